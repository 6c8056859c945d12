/** `vraem population --check`: how well the margins of the synthetic households fit the facts. */

import { openLaboratory } from '../../host/laboratory.ts'
import { populationOf } from '../../host/population.ts'
import { centralValues } from '../../lab/draws.ts'
import { model } from '../../system/model.ts'
import { marginsOf } from '../../valley/check.ts'
import { answer } from '../answer.ts'
import type { Call } from '../command.ts'
import { textTable } from '../table.ts'

const CHECK_FAILED = 1
/** Margins a person is shown; the rest is in --json. */
const SHOWN = 25

export async function population(call: Call): Promise<number> {
  const { words, options } = call
  const lab = await openLaboratory()
  const { pack, facts } = lab
  const shares = centralValues(pack.parameters, model.switches)
  const synthesis = populationOf(facts, shares, { sample: options.sample ?? 1, seed: options.seed ?? 1 })
  const { margins } = marginsOf(synthesis, facts.valley)
  const bad = margins.filter((margin) => !margin.pass)
  await answer(call, { margins }, () => {
    const worst = [...margins].sort((a, b) => Math.abs(b.error) - Math.abs(a.error))
    const shown = [...bad, ...worst.filter((margin) => margin.pass)].slice(0, Math.max(SHOWN, bad.length))
    const rows = shown.map((margin) => [
      margin.name,
      margin.place,
      margin.target.toPrecision(6),
      margin.value.toPrecision(6),
      share(margin.error),
    ])
    const sum =
      bad.length === 0
        ? words.marginsFine(margins.length, share(worst[0]?.error ?? 0))
        : words.marginsBad(bad.length, margins.length)
    return `${textTable(words.marginsHead, rows)}${sum}\n`
  })
  return bad.length === 0 ? 0 : CHECK_FAILED
}

const share = (value: number): string => `${(value * 100).toFixed(2)}%`
