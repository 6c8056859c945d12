// What the page may ask of a finished study. Everything answered is plain data that a worker can hand over.
import { type Decision, decide } from '../../lab/decide/decide.ts'
import { type Satisficing, satisfice } from '../../lab/decide/satisfice.ts'
import type { Threshold } from '../../lab/decide/thresholds.ts'
import { usableOf } from '../../lab/decide/usable.ts'
import { type Discovery, discover } from '../../lab/discover/discover.ts'
import type { Failing } from '../../lab/discover/failing.ts'
import { picked } from '../../lab/study/picked.ts'
import type { StudyManifest, StudyResult } from '../../lab/study/study.ts'
import type { BriefSection } from '../../report/brief/parts.ts'
import { boxTable, discoverySentences } from '../../report/decision/boxes.ts'
import { gainsSentences } from '../../report/decision/gains.ts'
import { titleOf } from '../../report/decision/named.ts'
import { decisionSection } from '../../report/decision/section.ts'
import { decisionSentences, summaryOf } from '../../report/decision/sentences.ts'
import { firstsTable, outcomeTable, type WordTable } from '../../report/decision/tables.ts'
import type { Words } from '../../report/input.ts'

/** What can be wanted of one outcome. */
export interface Dial {
  readonly outcome: string
  readonly unit: string
  readonly en: string
  readonly es: string
  readonly better: 'less' | 'more'
  /** Nearly all futures of all packages lie between them. */
  readonly low: number
  readonly high: number
  /** Middle future of the reference. */
  readonly usual: number
}

export interface Overview {
  readonly manifest: StudyManifest
  readonly decision: Decision
  readonly sentences: readonly Words[]
  readonly firsts: WordTable
  readonly regrets: readonly { readonly outcome: string; readonly table: WordTable }[]
  readonly dials: readonly Dial[]
}

export interface Found {
  readonly found: Discovery
  readonly sentences: readonly Words[]
  readonly table: WordTable | undefined
}

export interface Desk {
  overview(): Overview
  satisfice(thresholds: readonly Threshold[]): Satisficing
  /** Takes seconds. */
  discover(policy: string, failing: Failing): Found
  /** For a brief of packages with these hashes, the reference first; undefined where the study has not the reference and one more. */
  section(hashes: readonly string[]): BriefSection | undefined
  gains(policy: string, names: readonly (readonly [ubigeo: string, name: string])[]): Words[]
}

/** Reruns that a reader waits for. */
const RERUNS = { rankings: 20, boxes: 10 }

export function deskOf(result: StudyResult): Desk {
  const { study, manifest } = result
  const usable = usableOf(study)
  let made: Overview | undefined
  const overview = (): Overview => {
    const decision = decide(study, { reruns: RERUNS.rankings })
    const shown = summaryOf(decision)
    const called = (name: string) => titleOf(study.policies, name)
    return {
      manifest,
      decision,
      sentences: decisionSentences(decision),
      firsts: firstsTable(decision, called),
      regrets: decision.outcomes.map((outcome) => ({ outcome: outcome.name, table: outcomeTable(outcome, called) })),
      dials: shown.map(({ name, unit, en, es, better, policies }) => ({
        outcome: name,
        ...{ unit, en, es },
        better: better === 'more' ? 'more' : 'less',
        low: Math.min(...policies.map(({ p05 }) => p05)),
        high: Math.max(...policies.map(({ p95 }) => p95)),
        usual: policies[0]?.p50 as number,
      })),
    }
  }
  return {
    overview() {
      made ??= overview()
      return made
    },
    section(hashes) {
      const places = hashes.map((hash) => study.policies.findIndex((policy) => policy.hash === hash))
      const known = [...new Set(places.filter((place) => place >= 0))]
      if ((places[0] ?? -1) < 0 || known.length < 2) return undefined
      return decisionSection(decide(picked(study, known), { reruns: RERUNS.rankings }))
    },
    satisfice: (thresholds) => satisfice(usable, thresholds),
    discover(policy, failing) {
      const found = discover(study, { policy, failing, reruns: RERUNS.boxes })
      return { found, sentences: discoverySentences(found, study), table: boxTable(found) }
    },
    gains: (policy, names) =>
      gainsSentences(
        { ...result, policies: study.policies, futures: usable.kept.length, names: new Map(names) },
        policy,
      ),
  }
}
