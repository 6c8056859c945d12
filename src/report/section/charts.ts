// Three sets of small charts over the same outcomes: how much and how sure, how it gets there, the difference by year.
import { differenceChart, intervalChart } from '../chart/difference.ts'
import { fanChart, id, labelFor } from '../chart/fan.ts'
import type { Slots } from '../chart/slots.ts'
import { type Compared, HEADLINES } from '../compared.ts'
import { amount, mannerOf } from '../format.ts'
import { heldOut } from '../held-out.ts'
import type { Observed, Words } from '../input.ts'
import { escaped, html } from '../markup.ts'
import { each, say, words } from '../words.ts'
import { unitOf } from './glance.ts'
import { missesUnder, under } from './marks.ts'

const shown = (c: Compared): readonly string[] =>
  ['deaths', 'displaced', ...HEADLINES].filter((name, k, all) => all.indexOf(name) === k && c.has(name))

export function intervals(c: Compared, slots: Slots): string {
  const figures = shown(c).map((outcome) => {
    const changes = c.packages.flatMap((card) => {
      const change = c.change(card.name, outcome)
      return change ? [{ change, title: card.title, slot: slots.of(card.name) }] : []
    })
    const first = changes[0]?.change
    if (!first) return ''
    const span = first.row.how === 'last' ? say('in_year', { year: c.to }) : say('mean_of', { from: c.from, to: c.to })
    return figure(
      `int-${id(outcome)}`,
      labelFor(outcome),
      each((l) => `${unitOf(first)[l]}, ${span[l]}`),
      intervalChart(changes),
      under(c, outcome, true),
    )
  })
  return section(
    'intervals',
    say('interval_title'),
    say('interval_note'),
    `<div class="charts">${figures.join('')}</div>`,
  )
}

export function fans(c: Compared, slots: Slots, observed: readonly Observed[]): string {
  const figures = shown(c).map((outcome) => {
    const chart = fanChart(c, outcome, slots, observed)
    const unit = c.series(c.reference.name, outcome)[0]?.unit
    if (!chart || unit === undefined) return ''
    return figure(
      `fan-${id(outcome)}`,
      labelFor(outcome),
      mannerOf(outcome, unit).unit,
      chart,
      under(c, outcome, false) + missesUnder(c, outcome) + numbers(c, outcome),
    )
  })
  const key = [
    `<li><svg viewBox="0 0 34 20" class="ref" aria-hidden="true"><path class="b90" d="M0 2h34v16H0z"/><path class="b50" d="M0 6h34v8H0z"/><path class="mid" d="M0 10h34"/></svg>${html(say('key_bands'))}</li>`,
    `<li><svg viewBox="0 0 34 20" aria-hidden="true"><g class="obs"><circle cx="9" cy="10" r="3.4"/><rect x="21" y="7" width="6" height="6"/></g></svg>${html(say('key_observed'))}</li>`,
    heldOut(c)
      ? `<li><svg viewBox="0 0 34 20" aria-hidden="true"><rect class="holdout" width="34" height="20"/></svg>${html(say('key_holdout'))}</li>`
      : `<li><svg viewBox="0 0 34 20" aria-hidden="true"><rect class="tested" y="12" width="34" height="7"/></svg>${html(say('key_tested'))}</li>`,
    `<li><svg viewBox="0 0 34 20" aria-hidden="true"><rect class="future" width="34" height="20"/></svg>${html(say('key_future'))}</li>`,
  ].join('')
  const help = `<p class="note help">${html(say('chart_help'))}</p>`
  return section(
    'fans',
    say('fan_title', { to: c.to }),
    undefined,
    `<ul class="key">${key}</ul>${help}<div class="charts">${figures.join('')}</div>`,
  )
}

export function differences(c: Compared, slots: Slots): string {
  const figures = shown(c).map((outcome) => {
    const chart = differenceChart(c, outcome, slots)
    const change = c.packages.map(({ name }) => c.change(name, outcome)).find((one) => one)
    return chart && change
      ? figure(`dif-${id(outcome)}`, labelFor(outcome), unitOf(change), chart, under(c, outcome, true))
      : ''
  })
  return section(
    'differences',
    say('difference_title'),
    say('difference_note'),
    `<div class="charts">${figures.join('')}</div>`,
  )
}

export function section(name: string, title: Words, note: Words | undefined, body: string): string {
  return `<section id="${name}"><h2>${html(title)}</h2>${note ? `<p class="note">${html(note)}</p>` : ''}${body}</section>`
}

function figure(name: string, label: Words, unit: Words, chart: string, below = ''): string {
  return `<figure><figcaption id="${name}"><b>${html(label)}</b> <small>${html(unit)}</small></figcaption>${chart}${below}</figure>`
}

/** The table behind a fan chart: the reference in every year, packages from the year in which they part. */
function numbers(c: Compared, outcome: string): string {
  const cards = [c.reference, ...c.packages]
  const series = cards.map((card) => new Map(c.series(card.name, outcome).map((row) => [row.year, row])))
  const head = cards.map(({ title }) => `<th scope="col">${html(title)}</th>`).join('')
  const rows = [...(series[0]?.keys() ?? [])].map((year) => {
    const cells = series.map((rowsOf, k) => {
      const row = rowsOf.get(year)
      if (!row || (k > 0 && year < c.from)) return '<td></td>'
      const manner = mannerOf(outcome, row.unit)
      const text = (value: number): Words => each((l) => amount(manner, value, l))
      return `<td>${html(each((l) => `${text(row.p50)[l]} (${text(row.p05)[l]}–${text(row.p95)[l]})`))}</td>`
    })
    return `<tr><th scope="row">${year}</th>${cells.join('')}</tr>`
  })
  const name = escaped(`${words.numbers_behind.es} / ${words.numbers_behind.en}`)
  return `<details><summary>${html(say('numbers_behind'))}</summary><div class="wide" tabindex="0" role="region" aria-label="${name}"><table class="numbers"><caption>${html(say('median_and_band'))}</caption><thead><tr><th scope="col">${html(say('year'))}</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`
}
