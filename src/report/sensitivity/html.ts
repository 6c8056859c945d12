// A sensitivity analysis as one self-contained file in both languages.
import type { SensitivityResult } from '../../lab/sensitivity/result.ts'
import { grid, list, paragraph } from '../brief/parts.ts'
import { mannerOf } from '../format.ts'
import type { Language } from '../input.ts'
import { html } from '../markup.ts'
import { style } from '../style.ts'
import { chartStyle, curveChart, effectBars, indexBars } from './charts.ts'
import { sensitivitySentences } from './sentences.ts'
import { aboutWords, answerTitle, emulatorNotes, sensitivityTables, type Titles } from './table.ts'
import { words } from './words.ts'

/** The file may load nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
/** Rows of tables, bars and curves. */
const MOST = 12

export function sensitivityHtml(result: SensitivityResult, titles: Titles, language: Language): string {
  const about = aboutWords(result).map((one) => paragraph(one, 'note'))
  const sections = pictures(result).map(
    (picture, k) =>
      `<section><h2>${html(answerTitle(result.answers[k] as (typeof result.answers)[number], result))}</h2>${picture}${tables(result, titles, k)}</section>`,
  )
  const title = words.title
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title[language]}</title><style>${style}${chartStyle}</style></head><body><main><h1>${html(title)}</h1>${about.join('')}${list(sensitivitySentences(result))}${sections.join('')}</main></body></html>\n`
}

function pictures(result: SensitivityResult): string[] {
  if (result.method === 'morris')
    return result.answers.map(({ rows, outcome, unit }) => effectBars(rows.slice(0, MOST), mannerOf(outcome, unit)))
  if (result.method === 'sobol')
    return result.answers.map(
      (answer) =>
        indexBars(answer.rows.slice(0, MOST)) +
        emulatorNotes(answer)
          .map((one) => paragraph(one, 'note'))
          .join(''),
    )
  return result.answers.map(({ rows, outcome, unit, what }) => {
    const charts = rows.slice(0, MOST).map((curve) => curveChart(curve, mannerOf(outcome, unit), what))
    return `<div class="curves">${charts.join('')}</div>`
  })
}

const tables = (result: SensitivityResult, titles: Titles, place: number): string => {
  const all = (['input', 'subsystem', 'contested'] as const).filter(
    (by) => by === 'input' || result.method !== 'curves',
  )
  return all
    .map((by) => {
      const table = sensitivityTables(result, by, titles, MOST)[place]
      return table === undefined
        ? ''
        : `<details><summary>${html(table.head[0] ?? words.input)}</summary>${grid(table.head, table.rows)}</details>`
    })
    .join('')
}
