// The brief: two to four pages for somebody who has ten minutes, made from the numbers of one comparison.
import { slotsOf } from '../chart/slots.ts'
import type { Compared } from '../compared.ts'
import { defs } from '../html.ts'
import type { Language, Surroundings, Words } from '../input.ts'
import { limits, place } from '../limits.ts'
import { sheetOf } from '../map/sheet.ts'
import { escaped, html } from '../markup.ts'
import { question } from '../sentence.ts'
import { each, say, words } from '../words.ts'
import { answerBody } from './answer.ts'
import { certaintyBody } from './certainty.ts'
import { type ContestedHere, contestedBody } from './contested.ts'
import { costBody } from './cost.ts'
import { chartsBody } from './figures.ts'
import { type Again, madeBody } from './made.ts'
import { type BriefSection, list } from './parts.ts'
import { briefStyle } from './style.ts'
import { tableBody } from './table.ts'
import { type DistrictChanges, whereBody } from './where.ts'
import { tell } from './words.ts'

export type { Again } from './made.ts'
export type { BriefSection } from './parts.ts'

export interface BriefInput {
  readonly compared: Compared
  /** Geography and observed points are drawn where they are given. */
  readonly around: Surroundings
  /** Mechanisms that the levers that differ reach: what the model misses there is told first. */
  readonly mechanisms?: ReadonlySet<string> | undefined
  readonly districts?: readonly DistrictChanges[] | undefined
  /** What is contested behind this comparison, the weightiest first. */
  readonly contested?: readonly ContestedHere[] | undefined
  /** How the answer moves under what is believed, ready made. */
  readonly believed?: BriefSection | undefined
  readonly again: Again
  /** More sections, after the cost. */
  readonly extra?: readonly BriefSection[] | undefined
}

/** With so much to say that the rest must be brief. */
const isDense = ({ compared: c, believed, extra = [], again }: BriefInput): boolean =>
  c.packages.length > 1 || extra.length > 0 || (believed !== undefined && again.files.length > 0)

/** Sections in their order; those for which nothing was given are left out. */
export function briefSections(input: BriefInput): readonly BriefSection[] {
  const { compared: c, around, districts = [], contested, believed, again, extra = [] } = input
  const slots = slotsOf(c, around.focus)
  const dense = isDense(input)
  const crowded = c.packages.length + extra.length + (believed ? 1 : 0) > 3
  const { geography } = around
  const { manifest, marks } = c.result
  const where =
    geography && geography.cells.length > 0 && districts.length > 0
      ? whereBody(c, slots.of, sheetOf(geography), geography, districts)
      : ''
  // what is few, and what cost is, has been said
  const said = new Set([say('limit_few', { n: manifest.draws.count }).es, words.limit_cost.es])
  const caveats = limits(around, manifest.draws.count, marks).filter(({ es }) => !said.has(es))
  const section = (id: string, title: Words, body: string): BriefSection[] => (body === '' ? [] : [{ id, title, body }])
  return [
    ...section('answer', tell('brief_answer'), answerBody(c, slots.of)),
    ...section('table', tell('brief_table'), tableBody(c, slots.of)),
    ...section('charts', tell('brief_charts'), chartsBody(c, slots, around.observed ?? [], crowded)),
    ...section('cost', tell('brief_cost'), costBody(c)),
    ...extra,
    ...section('where', tell('brief_map'), where),
    ...section('sure', tell('brief_sure'), certaintyBody(c, dense ? 2 : 3, input.mechanisms)),
    ...(believed ? [believed] : []),
    ...section(
      'contested',
      tell('brief_contested'),
      contested === undefined ? '' : contestedBody(contested, dense ? 4 : 6),
    ),
    ...section('caveats', tell('brief_caveats'), list(caveats)),
    ...section('made', tell('brief_made'), madeBody(c, again, dense ? 0 : 24)),
  ]
}

/** The sheet: heading and sections, in both languages; a page or a file shows one of them. */
export function briefBody(input: BriefInput): string {
  const { compared: c, around } = input
  const sheet = around.geography && around.geography.cells.length > 0 ? sheetOf(around.geography).defs : ''
  const sections = briefSections(input).map(
    ({ id, title, body }) => `<section class="part part-${escaped(id)}"><h2>${html(title)}</h2>${body}</section>`,
  )
  const head = `<p class="kicker"><b>${html(words.product)}</b> · ${html(tell('brief_kind'))} · ${html(dated(c.result.manifest.created))}</p><h1>${html(question(c))}</h1><p class="where-we-are">${html(place(around))}</p>`
  return `<div class="sheet${isDense(input) ? ' dense' : ''}">${defs(sheet)}${head}${sections.join('')}</div>`
}

const dated = (created: string): Words =>
  each((l) => new Intl.DateTimeFormat(l, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(created)))

/** One file that needs nothing else. */
export function briefDocument(input: BriefInput, language: Language): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,"><title>${escaped(question(input.compared)[language])}</title><style>${briefStyle(true)}</style>`
  return `<!doctype html><html lang="${language}"><head>${head}</head><body><main class="brief both">${briefBody(input)}</main></body></html>\n`
}
