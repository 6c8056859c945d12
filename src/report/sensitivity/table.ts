// A sensitivity analysis as tables: by unknown, by subsystem, by contradiction.
import type {
  Answered,
  Curve,
  Grouping,
  Method,
  MorrisRow,
  SensitivityResult,
  SobolRow,
} from '../../lab/sensitivity/result.ts'
import { optionName, unknownName } from '../../lab/unknowns/unknowns.ts'
import { labelOf, level, mannerOf, number, percent, signed, size } from '../format.ts'
import type { Language, Words } from '../input.ts'
import { subsystemWords } from '../subsystems.ts'
import { each, fill, joined, plainWords } from '../words.ts'
import { sparkline } from './sparkline.ts'
import { words } from './words.ts'

/** An answer as a table: head and rows of cells. */
export interface SensitivityTable {
  readonly title: Words
  readonly head: readonly Words[]
  readonly rows: readonly (readonly Words[])[]
  readonly notes: readonly Words[]
}

/** Titles of contradictions by id. */
export type Titles = Readonly<Record<string, Words>>

export type By = 'input' | Grouping['by']

/** Name of an unknown as tables show it. */
export const shownName = (name: string): Words => unknownName(name) ?? plainWords(name.replaceAll('_', ' '))

const range = (low: number, value: number, high: number): Words =>
  each((l) => `${percent(value, l)} (${percent(low, l)}–${percent(high, l)})`)

/** `Poverty, what “cacao-first” changes against “baseline”, mean 2026–2035`. */
export function answerTitle(
  answer: Answered,
  { reference, package: other }: Pick<SensitivityResult, 'reference' | 'package'>,
): Words {
  const outcome = labelOf(answer.outcome, {})
  const what = fill(words[answer.what], { outcome, reference, package: other ?? '' })
  const { from, to } = answer
  const when = answer.how === 'last' ? fill(words.in_year, { to }) : fill(words.mean_of, { from, to })
  return each((l) => `${what[l]}, ${when[l]}`)
}

/** A table for each answer, with at most `most` rows. */
export function sensitivityTables(result: SensitivityResult, by: By, titles: Titles, most = 10): SensitivityTable[] {
  const tables: SensitivityTable[] = []
  if (result.method === 'morris')
    for (const answer of result.answers)
      tables.push(by === 'input' ? morrisTable(result, answer, most) : sharesTable(result, answer, by, titles, most))
  if (result.method === 'sobol')
    for (const answer of result.answers) tables.push(sobolTable(result, answer, by, titles, most))
  if (result.method === 'curves') for (const answer of result.answers) tables.push(curvesTable(result, answer, most))
  return tables
}

type Of<M extends Method> = Extract<SensitivityResult, { method: M }>

const behindOf = (result: SensitivityResult, input: string): Words =>
  plainWords(result.inputs.find(({ name }) => name === input)?.contradictions.join(' ') ?? '')

function morrisTable(result: Of<'morris'>, answer: Of<'morris'>['answers'][number], most: number): SensitivityTable {
  const manner = mannerOf(answer.outcome, answer.unit)
  const row = ({ input, mu, mu_star, sigma, clear }: MorrisRow): Words[] => [
    shownName(input),
    each((l) => (clear ? size(manner, mu_star, l) : `(${size(manner, mu_star, l)})`)),
    each((l) => signed(manner, mu, l)),
    each((l) => signed(manner, sigma, l).replace('+', '')),
    behindOf(result, input),
  ]
  return {
    title: answerTitle(answer, result),
    head: [words.input, words.size, words.way, words.spread, words.behind],
    rows: answer.rows.slice(0, most).map(row),
    notes: answer.rows.some(({ clear }) => clear) ? [] : [words.none],
  }
}

function sharesTable(
  result: Of<'morris'>,
  answer: Of<'morris'>['answers'][number],
  by: Grouping['by'],
  titles: Titles,
  most: number,
): SensitivityTable {
  const rows = answer.groups
    .filter((one) => one.by === by)
    .slice(0, most)
    .map(({ group, share, names }) => [
      groupWords(by, group, titles),
      each((l) => percent(share, l)),
      joined(names.map(shownName), ', '),
    ])
  const head = [by === 'subsystem' ? words.by_subsystem : words.by_contested, words.share, words.mostly]
  return { title: answerTitle(answer, result), head, rows, notes: by === 'contested' ? [words.overlap] : [] }
}

/** A group in words: a subsystem, or the id and the question of a contradiction. */
export const groupWords = (by: Grouping['by'], group: string, titles: Titles): Words =>
  by === 'subsystem' ? subsystemWords(group) : each((l) => `${group} ${titles[group]?.[l] ?? ''}`.trim())

function sobolTable(
  result: Of<'sobol'>,
  answer: Of<'sobol'>['answers'][number],
  by: By,
  titles: Titles,
  most: number,
): SensitivityTable {
  const cells = ({ first, total }: Omit<SobolRow, 'input'>) =>
    [first, total].map(({ low, value, high }) => range(low, Math.max(0, value), high))
  const rows =
    by === 'input'
      ? answer.rows.map((row) => [shownName(row.input), ...cells(row), behindOf(result, row.input)])
      : answer.groups.filter((one) => one.by === by).map((row) => [groupWords(by, row.group, titles), ...cells(row)])
  const named = by === 'input' ? words.input : by === 'subsystem' ? words.by_subsystem : words.by_contested
  const head = [named, words.first, words.total, ...(by === 'input' ? [words.behind] : [])]
  return { title: answerTitle(answer, result), head, rows: rows.slice(0, most), notes: emulatorNotes(answer) }
}

/** What the emulator is worth, or that there was none. */
export function emulatorNotes({ emulator }: Of<'sobol'>['answers'][number]): Words[] {
  if (emulator === undefined) return [words.on_model]
  const explained = each((l) => percent(emulator.explained, l))
  const within = each((l) => percent(emulator.withinTwo, l))
  return [
    fill(words.emulator, { explained, within }),
    ...(emulator.bad ? [fill(words.emulator_bad, { explained })] : []),
  ]
}

function curvesTable(result: Of<'curves'>, answer: Of<'curves'>['answers'][number], most: number): SensitivityTable {
  const manner = mannerOf(answer.outcome, answer.unit)
  const show = answer.what === 'level' ? level : signed
  const row = ({ input, points, swing }: Curve): Words[] => [
    shownName(input),
    plainWords(sparkline(points.map(({ mean }) => mean))),
    each((l) => [points[0], points.at(-1)].map((point) => atWords(input, point?.at ?? 0, l)).join(' … ')),
    each((l) => [points[0], points.at(-1)].map((point) => show(manner, point?.mean ?? 0, l)).join(' → ')),
    each((l) => size(manner, swing, l)),
  ]
  return {
    title: answerTitle(answer, result),
    head: [words.input, words.curve, words.ends, plainWords(''), words.swing],
    rows: answer.rows.slice(0, most).map(row),
    notes: [],
  }
}

/** A value of a parameter with three digits, or the name of an option. */
export function atWords(name: string, at: number | string, language: Language): string {
  if (typeof at === 'string') return (optionName(name, at) ?? plainWords(at))[language]
  const digits = at === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(at))))
  return number(at, Math.min(digits, 6), language)
}

/** What was done, in a sentence or two. */
export function aboutWords(result: SensitivityResult): Words[] {
  const { runs, sample } = result
  const common = { runs, sample, n: result.inputs.length, range: words[result.range] }
  const screened = result.chosen === 'screened' ? [words.screened] : []
  if (result.method === 'morris') return [fill(words.about_morris, { ...common, paths: result.trajectories })]
  if (result.method === 'sobol') return [fill(words.about_sobol, common), ...screened]
  return [fill(words.about_curves, { ...common, draws: result.draws }), ...screened]
}
