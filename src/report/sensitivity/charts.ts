// Charts of a sensitivity analysis: a bar for the size of an effect, a small curve for a response.
import type { Curve, MorrisRow, SobolRow } from '../../lab/sensitivity/result.ts'
import { level, type Manner, signed, size } from '../format.ts'
import { html, px, svg } from '../markup.ts'
import { each } from '../words.ts'
import { atWords, shownName } from './table.ts'

const BAR = { width: 220, row: 20, name: 310 }

/** Bars of the sizes of effects, the largest first; a thin line is two standard errors either way. */
export function effectBars(rows: readonly MorrisRow[], manner: Manner): string {
  const top = Math.max(...rows.map(({ mu_star, error }) => mu_star + 2 * error), Number.MIN_VALUE)
  const x = (value: number) => px(BAR.name + (BAR.width * Math.max(0, value)) / top)
  const bars = rows.map(({ input, mu_star, error, clear }, k) => {
    const y = k * BAR.row
    const width = px((BAR.width * mu_star) / top)
    const text = each((l) => size(manner, mu_star, l))
    return `<g${clear ? '' : ' class="quiet"'}><text x="${BAR.name - 8}" y="${y + 13}" text-anchor="end">${svg(shownName(input))}</text><rect x="${BAR.name}" y="${y + 4}" width="${width}" height="12"/><line x1="${x(mu_star - 2 * error)}" x2="${x(mu_star + 2 * error)}" y1="${y + 10}" y2="${y + 10}"/><text x="${BAR.name + BAR.width + 8}" y="${y + 13}">${svg(text)}</text></g>`
  })
  return sheet(BAR.name + BAR.width + 90, rows.length * BAR.row, bars.join(''), 'effects')
}

/** Bars of variance shares: alone in full, with interactions in outline. */
export function indexBars(rows: readonly SobolRow[]): string {
  const bars = rows.map(({ input, first, total }, k) => {
    const y = k * BAR.row
    const wide = (value: number) => px(BAR.width * Math.min(1, Math.max(0, value)))
    return `<g><text x="${BAR.name - 8}" y="${y + 13}" text-anchor="end">${svg(shownName(input))}</text><rect class="whole" x="${BAR.name}" y="${y + 4}" width="${wide(total.value)}" height="12"/><rect x="${BAR.name}" y="${y + 4}" width="${wide(first.value)}" height="12"/></g>`
  })
  return sheet(BAR.name + BAR.width + 12, rows.length * BAR.row, bars.join(''), 'effects')
}

const CURVE = { width: 220, height: 110, left: 4, right: 4, top: 8, bottom: 34 }

/** Mean of the draws over the range of one unknown, with the 10–90 % band of the draws; values stand at both ends. */
export function curveChart({ input, points }: Curve, manner: Manner, what: 'level' | 'difference'): string {
  const lows = points.map(({ p10 }) => p10)
  const highs = points.map(({ p90 }) => p90)
  const [low, high] = [Math.min(...lows), Math.max(...highs)]
  const room = { x: CURVE.width - CURVE.left - CURVE.right, y: CURVE.height - CURVE.top - CURVE.bottom }
  const x = (k: number) => CURVE.left + (room.x * k) / Math.max(1, points.length - 1)
  const y = (value: number) => CURVE.top + room.y * (1 - (high > low ? (value - low) / (high - low) : 0.5))
  const along = (values: readonly number[], from = 0) => values.map((v, k) => `${px(x(from + k))},${px(y(v))}`)
  const band = [...along(highs), ...along(lows).reverse()].join(' ')
  const show = what === 'level' ? level : signed
  const ends = [points[0], points.at(-1)].map((point, side) => {
    const at = each((l) => atWords(input, point?.at ?? '', l))
    const value = each((l) => show(manner, point?.mean ?? 0, l))
    const place = side === 0 ? `x="${CURVE.left}"` : `x="${CURVE.width - CURVE.right}" text-anchor="end"`
    return `<text ${place} y="${CURVE.height - 20}">${svg(value)}</text><text class="at" ${place} y="${CURVE.height - 6}">${svg(at)}</text>`
  })
  const zero =
    low < 0 && high > 0
      ? `<line class="zero" x1="${CURVE.left}" x2="${px(CURVE.width - CURVE.right)}" y1="${px(y(0))}" y2="${px(y(0))}"/>`
      : ''
  const drawn = `<polygon points="${band}"/>${zero}<polyline points="${along(points.map(({ mean }) => mean)).join(' ')}"/>${ends.join('')}`
  return `<figure><figcaption>${html(shownName(input))}</figcaption>${sheet(CURVE.width, CURVE.height, drawn, 'response')}</figure>`
}

const sheet = (width: number, height: number, body: string, kind: string): string =>
  `<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" width="${width}" height="${height}">${body}</svg>`

/** Styles of these charts; colours are those of the report. */
export const chartStyle = `
.effects{max-width:100%;height:auto}.effects text,.response text{font-size:12px;fill:var(--ink)}.effects rect{fill:var(--p1)}.effects .whole{fill:none;stroke:var(--p1)}.effects .quiet{opacity:.45}
.effects line{stroke:var(--ink);stroke-width:1}.response polygon{fill:var(--p1);opacity:.16}.response polyline{fill:none;stroke:var(--p1);stroke-width:2}
.response .zero{stroke:var(--soft);stroke-width:1}.response .at{fill:var(--soft);font-size:11px}
.curves{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:16px 24px}.curves figcaption{font-size:13px;font-weight:550}
`
