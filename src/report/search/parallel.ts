// Trade-offs as parallel coordinates: an axis an objective, up is better, a line a package, bars where futures spread.
import type { Assessment, Score } from '../../lab/search/assess.ts'
import type { SearchResult } from '../../lab/search/result.ts'
import { mannerOfOutcome } from '../decision/named.ts'
import { signed } from '../format.ts'
import { html, px, svg } from '../markup.ts'
import { each, plainWords } from '../words.ts'
import { objectiveWords } from './tables.ts'

const [WIDTH, HEIGHT, TOP, BOTTOM, SIDE] = [760, 380, 56, 40, 90]
const COLOURS = ['var(--p1)', 'var(--p2)', 'var(--p3)', '#cc79a7', '#e69f00', '#56b4e9', '#999999', '#882255']
const DASHES = ['none', '6 3', '1.5 2.5', '10 3 2 3', '3 3', 'none', '6 3', '1.5 2.5']

type Objective = Assessment['objectives'][number]

/** An SVG of its own; the colours are those of the style of reports. */
export function parallelChart({ assessment }: SearchResult): string {
  const { objectives, found } = assessment
  const gap = objectives.length > 1 ? (WIDTH - 2 * SIDE) / (objectives.length - 1) : 0
  const axes = objectives.map((objective, k) =>
    axisOf(
      objective,
      found.map(({ scores }) => scores[k] as Score),
      SIDE + k * gap,
    ),
  )
  const lines = found.map(({ name, scores }, p) => {
    const [colour, dash] = [COLOURS[p % COLOURS.length], DASHES[p % DASHES.length]]
    const points = axes.map(({ x, y }, k) => [x, y((scores[k] as Score).fresh)] as const)
    const bars = axes.map(({ x, y }, k) => {
      const { p05, p95 } = scores[k] as Score
      const at = px(x + (p - (found.length - 1) / 2) * 5)
      return `<line x1="${at}" x2="${at}" y1="${px(y(p05))}" y2="${px(y(p95))}" stroke="${colour}" stroke-width="1.5" opacity="0.45"/>`
    })
    const path = points.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('')
    const dots = points.map(([x, y]) => `<circle cx="${px(x)}" cy="${px(y)}" r="3" fill="${colour}"/>`).join('')
    return `<g><title>${name}</title>${bars.join('')}<path d="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>${dots}</g>`
  })
  const zero = axes.map(({ x, y }, k) => `${k === 0 ? 'M' : 'L'}${px(x)} ${px(y(0))}`).join('')
  const key = found.map(
    ({ name }, p) =>
      `<span class="key"><svg width="26" height="8" aria-hidden="true"><line x1="0" x2="26" y1="4" y2="4" stroke="${COLOURS[p % COLOURS.length]}" stroke-width="2" stroke-dasharray="${DASHES[p % DASHES.length]}"/></svg>${html(plainWords(name))}</span>`,
  )
  return `<div class="wide"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" class="trade-offs" role="img">${axes.map(({ drawn }) => drawn).join('')}<path d="${zero}" fill="none" stroke="var(--ref)" stroke-width="1.5" stroke-dasharray="2 3"/>${lines.join('')}</svg></div><p class="keys">${key.join('')}</p>`
}

function axisOf(objective: Objective, scores: readonly Score[], x: number) {
  const manner = mannerOfOutcome({ name: objective.outcome, unit: objective.unit })
  const all = [0, ...scores.flatMap(({ p05, p95, fresh }) => [p05, p95, fresh])]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const [worst, best] = objective.want === 'less' ? [high, low] : [low, high]
  const span = best - worst || 1
  const y = (value: number) => HEIGHT - BOTTOM - ((value - worst) / span) * (HEIGHT - TOP - BOTTOM)
  // zero has a mark of its own
  const text = (at: number, value: number) =>
    value === 0
      ? ''
      : `<text x="${px(x + 14)}" y="${px(at)}" class="tick">${svg(each((l) => signed(manner, value, l)))}</text>`
  const label = objectiveWords(objective)
  const drawn = [
    `<line x1="${px(x)}" x2="${px(x)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" stroke="var(--line)"/>`,
    `<text x="${px(x)}" y="20" text-anchor="middle">${svg(label)}</text>`,
    `<text x="${px(x)}" y="37" text-anchor="middle" class="tick">${svg(manner.unit)}</text>`,
    text(TOP + 4, best),
    text(HEIGHT - BOTTOM + 4, worst),
    `<text x="${px(x - 8)}" y="${px(y(0) + 4)}" text-anchor="end" class="tick">0</text>`,
  ].join('')
  return { x, y, drawn }
}

export const parallelStyle = `
.trade-offs{width:100%;max-width:960px;min-width:560px;height:auto;font-size:13px;fill:var(--ink)}.trade-offs .tick{font-size:11px;fill:var(--soft)}.trade-offs circle{stroke:var(--paper);stroke-width:1}
.keys{display:flex;flex-wrap:wrap;gap:8px 24px;font-size:14px}.key{display:inline-flex;gap:8px;align-items:center}`
