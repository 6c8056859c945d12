/** `vraem model`: what the model is, from the code (parameters, the ODD+D text, the map), and how good (model card, TRACE). */
import { InputError, type Problem } from '../../evidence/problem.ts'
import { accountOf } from '../../host/account.ts'
import { readyFor } from '../../host/folder.ts'
import { type Laboratory, openLaboratory } from '../../host/laboratory.ts'
import { jsonPieces } from '../../host/output.ts'
import { writeWhole } from '../../host/write.ts'
import type { Account } from '../../report/account/account.ts'
import { cardText } from '../../report/account/card.ts'
import { traceText } from '../../report/account/trace.ts'
import { describe } from '../../report/description/describe.ts'
import type { Described } from '../../report/description/description.ts'
import { mapDot, mechanismsDot } from '../../report/description/dot.ts'
import { mapOf } from '../../report/description/map.ts'
import { oddText } from '../../report/description/odd.ts'
import { model } from '../../system/model.ts'
import { aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { absolute } from '../request.ts'
import { textTable } from '../table.ts'

/** What may be described: as a value for --json, and in words. */
interface Answer {
  readonly value: object
  readonly text: () => string
}
type Part = 'parameters' | 'odd' | 'graph' | 'card' | 'trace'

const PARTS: Readonly<Record<Part, (lab: Laboratory, call: Call) => Answer | Promise<Answer>>> = {
  parameters: parametersOf,
  odd(lab, { language, words }) {
    const of = describedIn(lab)
    const description = describe(of)
    const { version, hashes } = lab
    return {
      value: description,
      text: () => oddText(of, description, { purpose: words.about, version, hashes }, language),
    }
  },
  graph(lab, { options }) {
    const of = describedIn(lab)
    const map = mapOf(of, describe(of))
    return { value: map, text: () => (options.reduced ? mechanismsDot(map) : mapDot(map)) }
  },
  async card(lab, { language }) {
    const account = await accountOf(lab)
    return { value: told(account), text: () => cardText(account, language) }
  },
  async trace(lab, { language }) {
    const account = await accountOf(lab)
    return { value: told(account), text: () => traceText(account, language) }
  },
}

/** An account as data, without what other commands print whole. */
const told = ({ description: _description, ledger: _ledger, card: _card, ...account }: Account): object => account

export async function describeModel(call: Call): Promise<number> {
  const { options, io, words } = call
  const part = partOf(call)
  const out = options.out === undefined ? undefined : absolute(options.out, io.cwd)
  if (out !== undefined) await readyFor(out)
  const { value, text } = await PARTS[part](await openLaboratory(), call)
  const pieces = options.json === true ? jsonPieces(value) : [text()]
  if (out === undefined) for (const piece of pieces) await io.out(piece)
  else {
    await writeWhole(out, pieces)
    aside(call, words.written(out))
  }
  return 0
}

/** The one part that is asked for. */
function partOf({ options, command }: Call): Part {
  const asked = (Object.keys(PARTS) as Part[]).filter((part) => options[part] === true)
  const [part, second] = asked
  const names = Object.keys(PARTS).map((name) => `--${name}`)
  const expected = `one of ${names.join(', ')}`
  const problems: Problem[] = []
  if (part === undefined) {
    const what = 'nothing is said about what to describe'
    problems.push({ code: 'missing-option', file: command, what, expected, todo: `add ${names.join(' or ')}` })
  }
  if (second !== undefined) {
    const what = `${asked.map((name) => `--${name}`).join(' and ')} are asked for at once`
    problems.push({ code: 'bad-option', file: command, field: `--${second}`, what, expected, todo: 'ask one by one' })
  }
  if (options.reduced === true && options.graph !== true) {
    const what = 'there is no map to reduce'
    problems.push({
      code: 'bad-option',
      file: command,
      field: '--reduced',
      what,
      expected: '--graph',
      todo: 'add --graph',
    })
  }
  if (part === undefined || problems.length > 0) throw new InputError(problems)
  return part
}

const describedIn = ({ sources, pack }: Laboratory): Described => ({ model, texts: sources.model, pack })

function parametersOf({ pack }: Laboratory, { words }: Call): Answer {
  const used = new Map(Object.entries(model.parameters as Record<string, { about: string }>))
  const parameters = pack.parameters.map(({ line: _, ...parameter }) => ({
    ...parameter,
    about: used.get(parameter.name)?.about ?? '',
    used: used.has(parameter.name),
  }))
  const switches = Object.entries(model.switches).map(([name, choice]) => ({ name, ...choice }))
  const text = () =>
    textTable(
      words.parametersHead,
      parameters.map((p) => [
        p.name,
        p.unit,
        ...[p.low, p.central, p.high].map(String),
        p.distribution,
        p.claims.join(' '),
        p.source,
      ]),
    )
  return { value: { parameters, switches }, text }
}
