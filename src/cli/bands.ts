/** What an ensemble says while it still runs: a few outcomes at the end of the span, median and band of the draws so far. */
import { type Collector, shownLines, summarise } from '../lab/ensemble.ts'
import { level, mannerOf } from '../report/format.ts'
import { outcomes } from '../system/outcomes.ts'
import type { Language } from './language.ts'

/** Of a run; a comparison shows the first one for each of its scenarios. */
const SHOWN = ['coca_area', 'household_income', 'deaths'] as const
const MOST_SCENARIOS = 4

/** `Coca area 2035: 24 000 ha (18 000 ha – 31 000 ha)`, for each outcome or scenario. */
export function figuresOf(collector: Collector, language: Language): string[] {
  const { scenarios } = collector.plan
  const names = scenarios.length > 1 ? SHOWN.slice(0, 1) : SHOWN
  return scenarios.slice(0, MOST_SCENARIOS).flatMap(({ card }, s) =>
    names.flatMap((name) => {
      const line = shownLines(collector.cells, 'default').find((one) => one.outcome === name && one.place === 'VRAEM')
      const at = line?.times.indexOf(card.span.to) ?? -1
      if (line === undefined || at < 0) return []
      const { p05, p50, p95 } = summarise(collector.values(s, line.offset + at))
      const show = (value: number) => level(mannerOf(name, line.unit), value, language)
      const of = scenarios.length > 1 ? `${card.name}, ` : ''
      return [`${of}${outcomes[name][language]} ${card.span.to}: ${show(p50)} (${show(p05)} – ${show(p95)})`]
    }),
  )
}
