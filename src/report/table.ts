// The table that `compare` prints: what changes, by how much, how sure, at what cost. People first.
import { basisSign } from './basis.ts'
import type { Verdict } from './certainty.ts'
import { parts } from './clauses.ts'
import { type Change, type Compared, compared, GROUPS, type Group, HEADLINES } from './compared.ts'
import { labelOf, level, percent, signed } from './format.ts'
import type { CompareResult, Language, ScenarioCard, Surroundings } from './input.ts'
import { limits, place } from './limits.ts'
import { summaryOf } from './made.ts'
import { ruleSentence } from './rule.ts'
import { unitOf } from './section/glance.ts'
import { TITLES } from './section/group.ts'
import { VERDICTS } from './section/verdict.ts'
import { question } from './sentence.ts'
import { skillKey, skillMark, skillSign } from './skill.ts'
import { center, cut, left, right, wrap } from './text.ts'
import { say } from './words.ts'

export interface TableOptions {
  readonly language: Language
  /** Columns of the terminal; between 80 and 100 are used. */
  readonly width?: number
  /** `all`: every package in detail; `none`: the overview only; `auto`: detail for up to three packages. */
  readonly detail?: 'auto' | 'all' | 'none'
}

/** Columns of the overview. */
const OVERVIEW = [
  'deaths',
  'household_income',
  'poverty_rate',
  'child_labour',
  'coca_area',
  'forest_loss',
  'public_cost',
] as const
const MARKS: Readonly<Record<Verdict, string>> = {
  'very likely': '**',
  likely: '* ',
  'not separable': '~ ',
  'no change': '= ',
}

/** Lines of a package in detail. */
const DETAIL = new Set<string>([...HEADLINES, 'displaced', 'school_attendance', 'services_access', 'trust'])

/** Plain text, no line longer than the width. */
export function compareTable(result: CompareResult, around: Surroundings, options: TableOptions): string {
  const { language: l, detail = 'auto' } = options
  const width = Math.max(80, Math.min(100, options.width ?? 100))
  const c = compared(result)
  const inFull = detail === 'all' || (detail === 'auto' && c.packages.length <= 3)
  const note = say('table_note', { reference: c.reference.title, from: c.from, to: c.to })[l]
  const out = [
    ...wrap(question(c)[l], width),
    ...wrap(place(around)[l], width),
    ...wrap(summaryOf(result.manifest)[l], width),
    '',
    ...(c.packages.length > 1 ? [...overview(c, l, width), ''] : []),
    ...(inFull || c.packages.length === 1
      ? c.packages.flatMap((card) => [...block(c, card, l, width), ''])
      : [...wrap(say('more_detail')[l], width), '']),
    ...wrap(skillKey()[l], width),
    ...(result.marks?.rests ? wrap(say('basis_key')[l], width) : []),
    ...wrap(note, width),
    ...wrap(say('sure_meaning')[l], width),
    '',
    `${say('limits_title')[l]}`,
    ...limits(around, result.manifest.draws.count, result.marks).flatMap((limit) =>
      wrap(limit[l], width - 2).map((line, k) => (k === 0 ? '· ' : '  ') + line),
    ),
  ]
  return `${out.join('\n')}\n`
}

/** One line for each package, one column for each thing that matters most. */
function overview(c: Compared, l: Language, width: number): string[] {
  const columns = OVERVIEW.filter((name) => c.has(name))
  const { marks } = c.result
  const skillOf = (name: string): string => skillSign(skillMark(marks, name))
  const sign = ({ row }: Change): string => (marks?.rests ? basisSign(marks, row.scenario, row.outcome) || ' ' : '')
  const each = Math.max(9, Math.min(11, Math.floor((width - 20) / columns.length)))
  const first = width - each * columns.length
  const changes = columns.map((name) => c.packages.map((card) => c.change(card.name, name)))
  const heads = columns.map((name) => wrap(labelOf(name, parts)[l], each - 2))
  const units = changes.map((column) => {
    const change = column.find((one) => one)
    return change ? shortUnit(change, l) : ''
  })
  const depth = Math.max(...heads.map(({ length }) => length))
  const lines = Array.from({ length: depth }, (_, k) => {
    const cells = heads.map((head) => center(head[k - (depth - head.length)] ?? '', each))
    return ' '.repeat(first) + cells.join('')
  })
  lines.push(' '.repeat(first) + units.map((unit) => center(unit, each)).join(''))
  lines.push(left(say('skill_title')[l], first) + columns.map((name) => center(skillOf(name), each)).join(''))
  lines.push('─'.repeat(width))
  c.packages.forEach(({ title }, k) => {
    const cells = changes.map((column) => {
      const change = column[k]
      return right(
        change
          ? `${signed(change.manner, change.row.difference.p50, l)} ${MARKS[change.certainty.verdict]}${sign(change)}`
          : '',
        each,
      )
    })
    const names = wrap(title[l], first - 1)
    for (const name of names.slice(0, -1)) lines.push(name)
    lines.push(left(names.at(-1) ?? '', first) + cells.join(''))
  })
  lines.push('─'.repeat(width), ...wrap(say('marks_key')[l], width))
  return lines
}

function shortUnit({ row, manner, ...change }: Change, l: Language): string {
  const unit = unitOf({ row, manner, ...change })[l]
  const short: Readonly<Record<string, string>> = {
    'PEN/yr': l === 'es' ? 'mill. S/' : 'S/ mill.',
    'PEN/person/yr': 'S/',
    'ha/yr': 'ha',
  }
  return short[row.unit] ?? unit
}

/** Everything about one package, people first. */
function block(c: Compared, card: ScenarioCard, l: Language, width: number): string[] {
  const { marks } = c.result
  const [label, reference, change, band] = width < 96 ? [26, 16, 11, 19] : [26, 16, 11, 20]
  const sure = width - label - reference - change - band
  const line = (cells: readonly string[]): string => {
    const [name = '', ...others] = cells
    const widths = [reference, change, band, sure]
    return left(name, label) + others.map((text, k) => right(text, widths[k] ?? 0)).join('')
  }
  const title = ` ${cut(card.title[l], width - 8)} `
  const heads = [say('outcome'), say('reference'), say('change'), say('band'), say('how_sure')].map((words) => words[l])
  const rules = (card.rules ?? []).flatMap((rule) => wrap(ruleSentence(rule)[l], width))
  const lines = [`──${title}${'─'.repeat(width - 2 - title.length)}`, ...rules, line(heads)]
  for (const group of Object.keys(GROUPS) as Group[]) {
    const changes = GROUPS[group].filter((name) => DETAIL.has(name)).flatMap((name) => c.change(card.name, name) ?? [])
    if (changes.length > 0) lines.push(TITLES[group][l])
    for (const one of changes) {
      const { manner, row, certainty } = one
      const difference = (value: number): string => signed(manner, value, l)
      const words = width < 96 ? MARKS[certainty.verdict] : VERDICTS[certainty.verdict][l].toLowerCase()
      const basis = marks?.rests ? ` ${basisSign(marks, card.name, one.outcome) || ' '}` : ''
      const share = certainty.verdict === 'no change' ? '' : ` ${percent(certainty.share, l)}`
      const points = row.unit === '1' && manner.factor === 100 ? ' pts' : ''
      lines.push(
        line([
          `${skillSign(skillMark(marks, one.outcome))} ${labelOf(one.outcome, parts)[l]}`,
          level(manner, one.reference.p50, l),
          difference(row.difference.p50) + points + basis,
          `${difference(row.difference.p05)} ${l === 'es' ? 'a' : 'to'} ${difference(row.difference.p95)}`,
          words + share,
        ]),
      )
    }
  }
  return lines
}
