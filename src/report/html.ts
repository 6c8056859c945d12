// The report: one file that needs nothing else, in both languages, for a screen, a telephone or paper.

import { readings } from './chart/fan.ts'
import { slotsOf } from './chart/slots.ts'
import { compared, HEADLINES } from './compared.ts'
import type { CompareResult, Surroundings } from './input.ts'
import { summaryOf } from './made.ts'
import { sheetOf } from './map/sheet.ts'
import { escaped, html } from './markup.ts'
import { script } from './script.ts'
import { back } from './section/back.ts'
import { differences, fans, intervals } from './section/charts.ts'
import { cost } from './section/cost.ts'
import { glance } from './section/glance.ts'
import { grounds } from './section/grounds.ts'
import { opening } from './section/opening.ts'
import { maps, zones } from './section/where.ts'
import { question } from './sentence.ts'
import { leverCosts } from './spending.ts'
import { style } from './style.ts'
import { say, words } from './words.ts'

/** The page may load nothing, whatever a title or a source says. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/**
 * The self-contained HTML report of a comparison, Spanish first with English inside.
 * Throws RangeError when the reference is not among the scenarios or the result has no period rows.
 */
export function reportHtml(result: CompareResult, around: Surroundings = {}): string {
  const c = compared(result)
  if (!Number.isFinite(c.to)) throw new RangeError('the result holds no period rows: nothing can be compared')
  const slots = slotsOf(c, around.focus)
  const geography = around.geography && around.geography.cells.length > 0 ? around.geography : undefined
  const sheet = geography && sheetOf(geography)
  const where = sheet && geography ? maps(c, slots, sheet, geography) : { html: '', data: [] }
  const title = question(c)
  const data = {
    title,
    titles: Object.fromEntries(result.scenarios.map((card) => [card.name, card.title])),
    reference: c.reference.name,
    drawn: slots.drawn,
    from: c.from,
    fans: Object.fromEntries(['displaced', ...HEADLINES].filter(c.has).map((name) => [name, readings(c, name)])),
    plates: where.data,
    districts: geography?.cells.map(({ name, grade }) => [name, grade]) ?? [],
    words: { suppressed: words.suppressed, unverified: words.map_unverified },
  }
  const spent = leverCosts(result)
  const main = [
    opening(c, slots, around, sheet),
    glance(c),
    intervals(c, slots),
    fans(c, slots, around.observed ?? []),
    differences(c, slots),
    where.html,
    zones(c, slots),
    cost(c, slots, spent),
    grounds(c, spent, around.grounds ?? []),
    back(c, around),
  ]
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${escaped(title.es)}</title><style>${style}</style>`
  const langs = `<span class="langs" role="group" aria-label="${words.language.es} / ${words.language.en}"><button type="button" data-set="es" lang="" aria-pressed="true">ES</button><button type="button" data-set="en" lang="" aria-pressed="false">EN</button></span>`
  const top = `<a class="skip" href="#top">${html(say('skip'))}</a><header><strong>${html(say('product'))}</strong><span>${html(say('kind'))}</span><span class="made">${html(summaryOf(result.manifest))}</span>${langs}</header>`
  return `<!doctype html><html lang="es"><head>${head}</head><body>${defs(sheet?.defs ?? '')}${top}<main>${main.join('')}</main><div class="tip" id="tip" role="status" hidden></div><script type="application/json" id="data">${embedded(data)}</script><script>${script}</script></body></html>\n`
}

/** Shapes and patterns that the drawings refer to. */
export function defs(shapes: string): string {
  return `<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6"/></pattern><pattern id="hatchfine" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v4"/></pattern>${shapes}</defs></svg>`
}

/** JSON that cannot end the script element it stands in. */
function embedded(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
