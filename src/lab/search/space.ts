// What a search may set: levers of the state and of communities, and simple rules, as a scenario file with ranges in it.
import { stringify } from 'yaml'
import { levers } from '../../system/levers.ts'
import { outcomes } from '../../system/outcomes.ts'
import type { Words } from '../results.ts'

type Raw = Readonly<Record<string, unknown>>

/** Where a number is open: values low, low + step … high. */
export interface Range {
  readonly low: number
  readonly high: number
  readonly step: number
}

/** One number of a point: a range somewhere in the file, or whether a rule is used at all. */
export interface Gene {
  /** As `levers.roads.km_per_year` or `rules.0.when.below`; `rules.0` for its use. */
  readonly path: readonly (string | number)[]
  readonly range: Range
  readonly words: Words
  readonly unit: string
}

/** The part of a search file that candidates are made from. */
export interface Space {
  /** The scenario that candidates change. */
  readonly from: string
  readonly levers: Raw
  readonly rules: readonly Raw[]
  readonly genes: readonly Gene[]
}

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A mapping that says low and high where a scenario file has a number. */
export const isRange = (value: unknown): value is Raw & { low: unknown; high: unknown } =>
  isRaw(value) && ('low' in value || 'high' in value)

/** Levels of a range: at most so many where the file gives no step. */
const LEVELS = 20

export const rangeOf = (raw: Raw): Range => {
  const [low, high] = [raw.low as number, raw.high as number]
  return { low, high, step: typeof raw.step === 'number' ? raw.step : (high - low) / LEVELS }
}

export const levelsOf = ({ low, high, step }: Range): number => Math.floor((high - low) / step + 1e-9) + 1

/** All open numbers, in the order of the file; a rule's use goes before what stands in it. */
export function spaceOf(from: string, leverPart: Raw, rules: readonly Raw[]): Space {
  const genes: Gene[] = [
    ...rangesIn(leverPart, ['levers']),
    ...rules.flatMap((rule, k) => [
      { path: ['rules', k], range: { low: 0, high: 1, step: 1 }, words: useWords(rules.length, k), unit: '' },
      ...rangesIn(rule, ['rules', k]).map((gene) =>
        gene.path[2] === 'when' ? { ...gene, ...tellTrigger(rule, gene) } : gene,
      ),
    ]),
  ]
  return { from, levers: leverPart, rules, genes }
}

const useWords = (rules: number, k: number): Words =>
  rules > 1 ? { en: `rule ${k + 1} in use`, es: `regla ${k + 1} en uso` } : { en: 'rule in use', es: 'regla en uso' }

function rangesIn(value: unknown, path: readonly (string | number)[]): Gene[] {
  if (isRange(value)) return [{ path, range: rangeOf(value), ...tell(path) }]
  if (Array.isArray(value)) return value.flatMap((one, k) => rangesIn(one, [...path, k]))
  if (isRaw(value)) return Object.entries(value).flatMap(([key, one]) => rangesIn(one, [...path, key]))
  return []
}

/** Labels of fields shorter than this are told with their lever: "effort" alone says nothing. */
const SHORT = 18

type Declared = Readonly<
  Record<string, Words & { readonly fields: Readonly<Record<string, Words & { unit: string }>> }>
>

/** Words and unit of an open number, from the declarations of the model. */
function tell(path: readonly (string | number)[]): { words: Words; unit: string } {
  const [lever, field] = path.slice(-2).map(String)
  const of = (levers as Declared)[lever ?? '']
  const known = of?.fields[field ?? '']
  const rule = path[0] === 'rules' ? { en: 'rule: ', es: 'regla: ' } : { en: '', es: '' }
  if (!of || !known) return { words: { en: rule.en + (field ?? ''), es: rule.es + (field ?? '') }, unit: '' }
  const whose = (l: 'en' | 'es') => rule[l] + (known[l].length < SHORT ? `${of[l]}: ` : '') + known[l]
  return { words: { en: whose('en'), es: whose('es') }, unit: known.unit }
}

function tellTrigger(rule: Raw, { path, words, unit }: Gene): Pick<Gene, 'words' | 'unit'> {
  const name = isRaw(rule.when) ? String(rule.when.outcome) : ''
  const outcome = (outcomes as Readonly<Record<string, Words & { unit: string }>>)[name]
  if (outcome === undefined || !['below', 'above'].includes(String(path[3]))) return { words, unit }
  const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
  const told = { en: `rule: threshold, ${small(outcome.en)}`, es: `regla: umbral, ${small(outcome.es)}` }
  return { words: told, unit: outcome.unit }
}

/** The values of a point of the unit cube, gene by gene, without the dust of binary fractions. */
export const valuesAt = ({ genes }: Space, point: Float64Array): number[] =>
  genes.map(({ range }, j) => {
    const place = Math.round((point[j] as number) * (levelsOf(range) - 1))
    return Number((range.low + place * range.step).toPrecision(12))
  })

/** The point whose values lie nearest to these. */
export const pointAt = ({ genes }: Space, values: readonly number[]): Float64Array =>
  Float64Array.from(genes, ({ range }, j) => {
    const last = levelsOf(range) - 1
    const place = Math.round(((values[j] as number) - range.low) / range.step)
    return last === 0 ? 0 : Math.min(last, Math.max(0, place)) / last
  })

/** The numbers of a rule that is not used say nothing: they stand at their low end. */
export function tidied({ genes }: Space, point: Float64Array): Float64Array {
  const unused = new Set(
    genes.flatMap(({ path }, j) => (path.length === 2 && path[0] === 'rules' && point[j] === 0 ? [path[1]] : [])),
  )
  return point.map((x, j) => (genes[j]?.path[0] === 'rules' && unused.has(genes[j].path[1] as number) ? 0 : x))
}

/** The scenario file that a point stands for: what is written is what is run. */
export function scenarioText(space: Space, point: Float64Array, title: Words, about?: Words): string {
  const values = valuesAt(space, point)
  let next = 0
  const filled = (value: unknown): unknown => {
    if (isRange(value)) return values[next++]
    if (Array.isArray(value)) return value.map(filled)
    if (isRaw(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one)]))
    return value
  }
  const levers = filled(space.levers)
  const rules = space.rules.flatMap((rule) => {
    const used = values[next++] === 1
    const whole = filled(rule)
    return used ? [whole] : []
  })
  const document = {
    title,
    ...(about ? { about } : {}),
    from: space.from,
    levers,
    ...(rules.length > 0 ? { rules } : {}),
  }
  return stringify(document, { lineWidth: 120 })
}
