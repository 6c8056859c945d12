// Maps of the valley, and bars of the zones outside it.

import { basisBadge } from '../basis.ts'
import type { Slots } from '../chart/slots.ts'
import type { Compared } from '../compared.ts'
import { amount, level, mannerOf, percent, signed } from '../format.ts'
import type { Geography, Words } from '../input.ts'
import { atlas, type Plate } from '../map/atlas.ts'
import { legend, panel } from '../map/panel.ts'
import type { Sheet } from '../map/sheet.ts'
import { zoneLabel } from '../map/zones.ts'
import { escaped, html, px } from '../markup.ts'
import { skillBadge } from '../skill.ts'
import { each, plainWords, say } from '../words.ts'
import { section } from './charts.ts'
import { marksLine } from './marks.ts'
import { dash } from './opening.ts'

/** Maps of one outcome; the page's script turns them into those of another. `json` is what it needs. */
export function maps(c: Compared, slots: Slots, sheet: Sheet, geography: Geography): { html: string; data: unknown } {
  const plates = atlas(c, geography)
  const [plate] = plates
  if (!plate) return { html: '', data: [] }
  const titles = new Map(c.result.scenarios.map(({ name, title }) => [name, title]))
  const draw = (difference: boolean): string =>
    plate.maps
      .filter((map) => map.difference === difference)
      .map((map) => {
        const name: Words = titles.get(map.scenario) ?? plainWords(map.scenario)
        const caption = difference
          ? say('map_difference', { package: name, year: map.year })
          : map.year < c.from
            ? plainWords(String(map.year))
            : say('map_level', { reference: name, year: map.year })
        return panel(sheet, geography, map, caption, slots.of(map.scenario), `map-${map.scenario}-${map.year}`)
      })
      .join('')
  const options = plates.map(
    ({ label, outcome }) =>
      `<option value="${escaped(outcome)}" data-es="${escaped(label.es)}" data-en="${escaped(label.en)}">${escaped(label.es)}</option>`,
  )
  const choose = `<p class="choose"><label for="map-outcome">${html(say('map_choose'))}</label> <select id="map-outcome">${options.join('')}</select> <span class="unit" id="map-unit">${html(plate.unit)}</span></p><p class="marks" id="map-marks">${mapMarks(c, plate.outcome)}</p>`
  const key = `<ul class="key"><li>${line('rivers')}${html(say('map_rivers'))}</li><li>${line('roads')}${html(say('map_roads'))}</li><li><i class="hatch"></i>${html(say('map_unverified'))}</li></ul>`
  const body = `${choose}${key}<div class="maps">${draw(false)}</div>${legend(plate, false)}<div class="maps">${draw(true)}</div>${legend(plate, true)}${districts(c, plate, geography, titles)}`
  const data = plates.map((one) => ({ ...one, marks: mapMarks(c, one.outcome) }))
  return { html: section('map', say('map_title'), say('map_note'), body), data }
}

/** Skill of the districts judged together; packages whose valley answer is prior-driven. */
const mapMarks = (c: Compared, outcome: string): string => marksLine(c, outcome, true, 'districts')

const line = (name: string): string =>
  `<svg viewBox="0 0 34 20" aria-hidden="true"><path class="${name}" d="M0 10h34"/></svg>`

function districts(c: Compared, plate: Plate, geography: Geography, titles: ReadonlyMap<string, Words>): string {
  const head = plate.maps.map(
    (map) =>
      `<th scope="col">${html(titles.get(map.scenario) ?? plainWords(map.scenario))}, ${map.year}${map.difference ? ' Δ' : ''}</th>`,
  )
  const rows = geography.cells.map((cell, k) => {
    const cells = plate.maps.map(({ figures }) => {
      const [mid, low, high] = figures[k] ?? []
      if (mid === undefined) return `<td>${html(say('suppressed'))}</td>`
      const text = `${mid} (${low}–${high})`.replaceAll('–−', ' … −')
      return `<td>${html({ es: text.replaceAll('.', ','), en: text })}</td>`
    })
    return `<tr><th scope="row">${escaped(cell.name)} <small>${escaped(cell.grade)}</small></th>${cells.join('')}</tr>`
  })
  return `<details data-static="${escaped(plate.outcome)}"><summary>${html(each((l) => `${say('numbers_behind')[l]}: ${plate.label[l]}, ${plate.unit[l]}`))}</summary><div class="wide" tabindex="0" role="region" aria-labelledby="map-${escaped(c.reference.name)}-${plate.maps[0]?.year ?? ''}"><table class="numbers"><thead><tr><th scope="col">${html(say('map_district'))} <small>${html(say('map_grade'))}</small></th>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`
}

/** Coca outside the valley: small bars of the reference, and what each package adds or takes. */
export function zones(c: Compared, slots: Slots): string {
  const outcome = 'coca_area_outside'
  const rowsOf = (scenario: string) =>
    c.places(outcome).flatMap((place) => c.series(scenario, outcome, place).filter(({ year }) => year === c.to))
  const reference = rowsOf(c.reference.name)
    .filter(({ place }) => place !== 'outside')
    .sort((a, b) => b.p50 - a.p50)
  const most = Math.max(...reference.map(({ p95 }) => p95))
  const [first] = reference
  if (!first) return ''
  const manner = mannerOf(outcome, first.unit)
  const head = c.packages.map(
    ({ name, title }) =>
      `<th scope="col" class="${slots.of(name)}" data-p="${escaped(name)}">${dash()}${html(title)}${basisBadge(c.result.marks, name, outcome)}</th>`,
  )
  const body = reference.map((row) => {
    const x = (value: number): string => px((value / most) * 200)
    const bar = `<svg class="bar" viewBox="0 0 200 16" preserveAspectRatio="none" aria-hidden="true"><rect y="3" width="${x(row.p50)}" height="10"/><line x1="${x(row.p05)}" x2="${x(row.p95)}" y1="8" y2="8"/></svg>`
    const text = each(
      (l) => `${level(manner, row.p50, l)} (${amount(manner, row.p05, l)}–${amount(manner, row.p95, l)})`,
    )
    const cells = c.packages.map(({ name, title }) => {
      const d = rowsOf(name).find(({ place }) => place === row.place)?.difference
      const value = d
        ? each((l) => `${signed(manner, d.p50, l)} (${signed(manner, d.p05, l)} … ${signed(manner, d.p95, l)})`)
        : plainWords('')
      return `<td class="${slots.of(name)}" data-p="${escaped(name)}"><span class="who">${html(title)}</span>${html(value)}${d ? `<small> ${html(each((l) => percent(Math.max(d.above, d.below), l)))}</small>` : ''}</td>`
    })
    return `<tr><th scope="row">${escaped(zoneLabel(row.place))}</th><td class="barred">${bar}<span>${html(text)}</span></td>${cells.join('')}</tr>`
  })
  const table = `<div class="wide" tabindex="0" role="region" aria-labelledby="zones-t"><table class="zones"><thead><tr><th scope="col" id="zones-t">${html(say('zone'))}${skillBadge(c.result.marks, outcome)}</th><th scope="col">${html(c.reference.title)}, ha</th>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
  return section('zones', say('zones_title'), say('zones_note', { year: c.to }), table)
}
