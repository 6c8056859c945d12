/** `vraem evidence contradictions`: where sources disagree, why, and what would settle it; with --found, those that no one has described. */
import type { Contradiction } from '../../../evidence/ledger/contradiction.ts'
import { foundContradictions } from '../../../evidence/ledger/found.ts'
import { select } from '../../../evidence/ledger/select.ts'
import { openLedger } from '../../../host/ledger.ts'
import { contradictionLines } from '../../../report/evidence/contradiction.ts'
import { byDistance, disagreementLines, disagreements } from '../../../report/evidence/disagreements.ts'
import { answer } from '../../answer.ts'
import type { Call } from '../../command.ts'
import { filterOf } from './filter.ts'

export async function evidenceContradictions(call: Call): Promise<number> {
  const { options, language, words } = call
  const { ledger, pack } = await openLedger()
  const filter = filterOf(call)
  const open = Object.keys(filter).length === 0
  const among = open ? [] : select(ledger, ledger.everything(), filter, pack.places, call.command)
  const kept = new Set(among.map(({ id }) => id))
  const hasReason = ({ reason, also }: Pick<Contradiction, 'reason' | 'also'>) =>
    options.reason === undefined || reason === options.reason || also.includes(options.reason)
  const written = ledger.contradictions.filter(
    (one) => hasReason(one) && (open || one.sides.some((side) => side.claims.some((id) => kept.has(id)))),
  )
  const found =
    options.found !== true
      ? []
      : foundContradictions(ledger)
          .filter(
            (one) =>
              one.coveredBy.length === 0 &&
              hasReason(one) &&
              (open || one.sides.some(({ claims }) => claims.some((id) => kept.has(id)))),
          )
          .sort(byDistance)
  const shown = written.slice(0, options.limit)
  const value = { contradictions: shown.map(contradictionRecord) }
  await answer(call, options.found ? { ...value, found: found.slice(0, options.limit) } : value, () => {
    const width = Math.max(80, Math.min(110, call.io.columns))
    const folded = disagreements(found)
    const nameOf = (place: string) => pack.places.nameOf(place, language)
    const blocks = [
      ...shown.map((one) => contradictionLines(ledger, one, language, width)),
      ...folded.slice(0, options.limit).map((group) => disagreementLines(ledger, group, nameOf, language, width)),
    ]
    const end = words.contradictionsFound(written.length, found.length, folded.length)
    return `${[...blocks.map((lines) => lines.join('\n')), end].join('\n\n')}\n`
  })
  return 0
}

/** As programs read it: names with underscores, absent figures null. */
export function contradictionRecord(one: Contradiction) {
  return {
    id: one.id,
    subject: one.subject,
    title: one.title,
    reason: one.reason,
    also: one.also,
    why: one.why,
    settle: one.settle,
    status: one.status,
    claims: [...new Set(one.sides.flatMap((side) => side.claims))],
    sides: one.sides.map(({ side, label, claims, standsFor }) => ({
      side,
      label,
      claims,
      stands_for:
        standsFor === undefined
          ? null
          : {
              kind: standsFor.kind,
              target: standsFor.target,
              low: standsFor.low ?? null,
              high: standsFor.high ?? null,
              option: standsFor.option ?? null,
            },
    })),
  }
}
