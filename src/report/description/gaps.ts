// What a description lacks: a mechanism without grounds, a quantity without a unit, a name that leads nowhere.
import { isUnit } from '../../language/index.ts'
import type { Described, Description, MechanismDescription } from './description.ts'

/** One line for each thing that is missing, by the place in the code where it belongs; none where the description is whole. */
export function gapsOf({ pack, texts, model }: Described, description: Description): string[] {
  const { mechanisms, entities, parameters, streams } = description
  const known = new Set(parameters.map(({ name }) => name))
  return [
    ...mechanisms.flatMap((one) => [
      ...headerGaps(one).map((gap) => `${one.file || one.id}: ${gap}`),
      ...claimGaps(one, (id) => pack.ledger.claim(id) !== undefined).map((gap) => `${one.file}: ${gap}`),
      ...one.parameters.filter((name) => !known.has(name)).map((name) => `data/parameters.csv: ${name} is missing`),
      ...one.streams
        .filter((name) => !streams.some((stream) => stream.name === name))
        .map((name) => `src/system/state.ts: the stream ${name} is missing`),
    ]),
    ...entities.flatMap(({ columns }) =>
      columns.flatMap(({ name, unit, about }) => quantityGaps(`src/system/state: ${name}`, unit, about)),
    ),
    ...parameters.flatMap(({ name, unit, claims }) => [
      ...quantityGaps(`data/parameters.csv: ${name}`, unit, 'of the table'),
      ...(claims.length === 0 ? [`data/parameters.csv: ${name} rests on nothing`] : []),
    ]),
    ...Object.entries(model.outcomes).flatMap(([name, { unit, about }]) =>
      quantityGaps(`src/system/outcomes.ts: ${name}`, unit, about.en),
    ),
    ...unregistered(texts, mechanisms),
  ]
}

const sentence = /^[A-Z].{10,}[.]$/s

function headerGaps(one: MechanismDescription): string[] {
  const gaps: string[] = []
  if (!sentence.test(one.says)) gaps.push('`says` is no sentence on what it claims about the world')
  if (!sentence.test(one.ignores)) gaps.push('`ignores` is no sentence on what it leaves out')
  if (one.about === '') gaps.push(`no /** comment */ stands before the ${one.kind}`)
  if (one.equations.length === 0) gaps.push('it has no equation')
  if (one.kind === 'rule' && one.off === '') gaps.push('no /** comment */ stands before the rule that stands in for it')
  if (one.file === '') gaps.push('no file has its name')
  if (!one.bookkeeping && one.subsystems.length === 0) gaps.push('`subsystems` is empty')
  return gaps
}

function claimGaps({ claims }: MechanismDescription, isKnown: (id: string) => boolean): string[] {
  if (claims === 'judgement') return []
  if (claims.length === 0) return ["`claims` is empty: cite claims, or say 'judgement'"]
  return claims.flatMap(({ claim, supports }) => [
    ...(isKnown(claim) ? [] : [`${claim} is not in data/evidence`]),
    ...(supports.split(' ').length === 5 ? [] : [`${claim}: five words say what it supports, not “${supports}”`]),
  ])
}

function quantityGaps(place: string, unit: string, about: string): string[] {
  return [
    ...(unit === '' ? [`${place} has no unit`] : isUnit(unit) ? [] : [`${place} has the unit '${unit}'`]),
    ...(about.trim() === '' ? [`${place} says nothing on what it means`] : []),
  ]
}

/** Files in a room of the model that state a mechanism which is not in the schedule. */
function unregistered(texts: Described['texts'], mechanisms: readonly MechanismDescription[]): string[] {
  const files = new Set(mechanisms.map(({ file }) => file))
  return Object.entries(texts)
    .filter(([file, text]) => /^src\/system\/[^/]+\/[^/]+\.ts$/.test(file) && /: System(?:Mechanism|Step) =/.test(text))
    .filter(([file]) => !files.has(file))
    .map(([file]) => `src/system/schedule.ts: the mechanism of ${file} is not in the list`)
}
