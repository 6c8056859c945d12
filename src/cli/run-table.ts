/** The table of one scenario: headline outcomes of the valley in a few years, middle and band. */
import type { OutcomeRow, RunResult } from '../lab/results.ts'
import { level, mannerOf } from '../report/format.ts'
import { skillKey, skillMark, skillSign } from '../report/skill.ts'
import { outcomes } from '../system/outcomes.ts'
import type { Language } from './language.ts'
import { textTable } from './table.ts'

/** Years shown, from the first of the scenario's span to the last. */
const YEARS = 4

export function runTable(result: RunResult, language: Language): string {
  const { scenario } = result
  const years = spread(scenario.span.from, scenario.span.to)
  const body = Object.entries(outcomes).flatMap(([name, outcome]) => {
    if (!('headline' in outcome)) return []
    const rows = result.outcomes.filter((row) => row.outcome === name && row.place === 'VRAEM')
    return rows.length === 0
      ? []
      : [
          [
            `${skillSign(skillMark(result.marks, name))} ${outcome[language]}`,
            ...years.map((year) => cell(rows, year, language)),
          ],
        ]
  })
  const table = textTable(['', ...years.map(String)], body)
  return `${scenario.title[language]}\n\n${table}${skillKey()[language]}\n`
}

function spread(from: number, to: number): number[] {
  const years = Array.from({ length: YEARS }, (_, k) => Math.round(from + ((to - from) * k) / (YEARS - 1)))
  return [...new Set(years)]
}

/** `24 000 ha (18 000–31 000)`: median, and the band of nine in ten draws. */
function cell(rows: readonly OutcomeRow[], year: number, language: Language): string {
  const row = rows.find((candidate) => candidate.year === year)
  if (row === undefined) return '–'
  const manner = mannerOf(row.outcome, row.unit)
  const show = (value: number) => level(manner, value, language)
  return `${show(row.p50)} (${show(row.p05)} – ${show(row.p95)})`
}
