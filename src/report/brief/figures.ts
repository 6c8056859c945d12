// Charts of the brief: for each outcome the fan of levels and, beside it, the difference by year.
import { differenceChart } from '../chart/difference.ts'
import { fanChart, id, labelFor } from '../chart/fan.ts'
import type { Slots } from '../chart/slots.ts'
import type { Compared } from '../compared.ts'
import { mannerOf } from '../format.ts'
import { heldOut } from '../held-out.ts'
import type { Observed, Words } from '../input.ts'
import { html } from '../markup.ts'
import { unitOf } from '../section/glance.ts'
import { words } from '../words.ts'
import { paragraph } from './parts.ts'
import { tell } from './words.ts'

/** Four rows fill a page. */
const DRAWN = ['deaths', 'household_income', 'poverty_rate', 'coca_area'] as const

/** `crowded`: poverty, which the table has with two other rates of it, is left to the table. */
export function chartsBody(c: Compared, slots: Slots, observed: readonly Observed[], crowded: boolean): string {
  const rows = DRAWN.filter((outcome) => !crowded || outcome !== 'poverty_rate').map((outcome) => {
    const unit = c.series(c.reference.name, outcome)[0]?.unit
    const change = c.packages.map(({ name }) => c.change(name, outcome)).find((one) => one)
    if (unit === undefined || !change) return ''
    const levels = tell('brief_levels', { outcome: labelFor(outcome), unit: mannerOf(outcome, unit).unit })
    return (
      figure(`fan-${id(outcome)}`, levels, fanChart(c, outcome, slots, observed)) +
      figure(
        `dif-${id(outcome)}`,
        tell('brief_difference', { unit: unitOf(change) }),
        differenceChart(c, outcome, slots),
      )
    )
  })
  return `${paragraph(tell('brief_charts_note', { hatched: heldOut(c) ? words.key_holdout : words.key_tested }), 'note')}<div class="pairs">${rows.join('')}</div>`
}

/** On paper nothing is pointed at: a chart takes no focus. */
function figure(name: string, title: Words, chart: string): string {
  return `<figure><figcaption id="${name}">${html(title)}</figcaption>${chart.replace(' tabindex="0"', '')}</figure>`
}
