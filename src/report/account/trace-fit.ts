// TRACE, model output and analysis: targets met and missed, patterns, the strongest unknowns, the contest of mechanisms.
import { code, plain } from '../description/markdown.ts'
import { percent } from '../format.ts'
import type { Account } from './account.ts'
import { districtOf, metIn, type Summary } from './read.ts'
import type { TraceWriter } from './trace.ts'
import { unknownOf } from './unknowns.ts'

/** Rows of the tables of targets, of unknowns and of ties. */
const FURTHEST = 15
const STRONGEST = 15
const TIES = 8
const DIGITS = 3

export function writeOutput(w: TraceWriter, { draws, patterns, validated, hashes, districts }: Account): void {
  w.heading(2, w.word('output'))
  const summary = draws.kind === 'posterior' ? draws.summary : undefined
  if (draws.kind !== 'posterior' || summary === undefined) w.paragraph(w.word('outputNone'))
  else {
    w.paragraph(w.word('outputText', { ...metIn(summary), until: draws.manifest.until }))
    w.table(
      ['target', 'wanted', 'given', 'off'],
      furthest(summary).map(({ id, value, p05, p95, miss }) => [
        plain(id.replace(districtOf(id) ?? ' ', (ubigeo) => districts[ubigeo] ?? ubigeo)),
        short(w, value),
        `${short(w, p05)} … ${short(w, p95)}`,
        short(w, miss, 2),
      ]),
    )
  }
  if (validated === undefined) {
    w.paragraph(w.word('patternsNone'))
    return
  }
  w.paragraph(w.word('patternsText', { date: validated.date, draws: validated.draws }))
  if (validated.model !== hashes.model) w.paragraph(w.word('patternsOld'))
  w.table(
    ['pattern', 'role', 'share', 'status'],
    patterns.map((pattern) => {
      const found = validated.patterns.find(({ id }) => id === pattern.id)
      const status = found?.status
      return [
        plain(`${pattern.id}: ${pattern[w.language]}`),
        pattern.role,
        found?.share === undefined ? '–' : percent(found.share, w.language),
        w.word(status === 'inside' || status === 'outside' || status === 'held back' ? status : 'notRun'),
      ]
    }),
  )
}

/** Targets by their distance, of each district the furthest. */
function furthest({ targets }: Summary): Summary['targets'] {
  const sorted = targets.toSorted((a, b) => Math.abs(b.miss) - Math.abs(a.miss))
  const named = sorted.map(({ id }) => districtOf(id) ?? id)
  return sorted.filter((_, k) => named.indexOf(named[k] as string) === k).slice(0, FURTHEST)
}

export function writeAnalysis(w: TraceWriter, { draws, structure }: Account): void {
  w.heading(2, w.word('analysis'))
  const summary = draws.kind === 'posterior' ? draws.summary : undefined
  if (summary === undefined) w.paragraph(w.word('analysisNone'))
  else {
    const widths = new Map(summary.marginals.map(({ name, contraction }) => [name, contraction]))
    const sorted = summary.influences.toSorted((a, b) => b.weight - a.weight)
    const most = sorted[0]?.weight || 1
    w.paragraph(w.word('analysisText'))
    w.table(
      ['unknown', 'pull', 'width'],
      sorted.slice(0, STRONGEST).map(({ name, weight }) => {
        const width = widths.get(name)
        return [
          unknownOf(name, w.language),
          short(w, weight / most, 2),
          width === undefined ? w.word('kept') : percent(width, w.language),
        ]
      }),
    )
    if (summary.correlations.length > 0) w.paragraph(w.word('ties'))
    w.table(
      ['unknown', 'and', 'tie'],
      summary.correlations.slice(0, TIES).map(({ a, b, r }) => [code(a), code(b), short(w, r, 2)]),
    )
  }
  w.paragraph(w.word(structure === undefined ? 'structureNone' : 'structureText'))
  w.table(
    ['swap', 'patterns', 'answers', 'orders', 'verdict'],
    (structure ?? []).map((row) => [
      code(row.swap),
      ...[row.patterns, row.answers, row.ranks].map(String),
      w.english(row.verdict),
    ]),
  )
}

const short = (w: TraceWriter, value: number, digits = DIGITS): string => w.figure(Number(value.toPrecision(digits)))
