// The answer of a decision in words, made from its numbers: who is robust in what, what is not separable, what thresholds say.
import type { Decision, OutcomeDecision } from '../../lab/decide/decide.ts'
import { MEASURES } from '../../lab/decide/robustness.ts'
import type { Weighted } from '../../lab/decide/weights.ts'
import { FEW } from '../certainty.ts'
import { GROUPS } from '../compared.ts'
import { percent, size } from '../format.ts'
import type { Words } from '../input.ts'
import { each, joined, plainWords } from '../words.ts'
import { inner, levelWords, listed, mannerOfOutcome, outcomeWords, share, thresholdWords, titleOf } from './named.ts'
import { tell } from './words.ts'

const ORDER = Object.values(GROUPS).flat()
/** Outcomes of the summary: people first, as on every screen. */
const SUMMARY: ReadonlySet<string> = new Set([
  ...['deaths', 'displaced', 'household_income', 'poverty_rate', 'child_labour', 'school_attendance'],
  ...['services_access', 'forest_loss'],
])

/** Outcomes in the order of every screen, people first; what the model does not know stands last. */
export function inOrder<T extends { readonly name: string }>(outcomes: readonly T[]): T[] {
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)
  return [...outcomes].sort((a, b) => place(a.name) - place(b.name))
}

/** Outcomes that packages are ranked in and the summary speaks of; of a foreign study, all that can be ranked. */
export function summaryOf({ outcomes }: Pick<Decision, 'outcomes'>): OutcomeDecision[] {
  const ranked = inOrder(outcomes).filter(({ rankings }) => rankings !== undefined)
  const known = ranked.filter(({ name }) => SUMMARY.has(name))
  return known.length > 0 ? known : ranked
}

/** Everything that a decision says, most important first. */
export function decisionSentences(decision: Decision): Words[] {
  const { futures } = decision
  if (futures.kept === 0) return [...leftOut(decision), tell('futures_none')]
  const one = (decision.outcomes[0]?.policies.length ?? 0) < 2
  return [
    ...identical(decision),
    ...(one ? [tell('one_package')] : summaryOf(decision).map((outcome) => leading(decision, outcome))),
    ...thresholds(decision),
    ...(one ? [] : agreement(decision)),
    ...(decision.weighted === undefined ? (one ? [] : [tell('no_score')]) : weights(decision, decision.weighted)),
    ...leftOut(decision),
  ]
}

/** Who stays closest to the best package in nine futures of ten, or that nobody can be told apart. */
function leading({ policies }: Decision, outcome: OutcomeDecision): Words {
  const label = outcomeWords(outcome)
  const ranking = outcome.rankings?.regret_p90
  const [first = '', second = ''] = ranking?.order ?? []
  if (ranking?.firstSeparable) {
    const regret = outcome.policies.find(({ policy }) => policy === first)?.regret?.p90 ?? 0
    const manner = mannerOfOutcome(outcome)
    const nothing = !/[1-9]/.test(size(manner, regret, 'en'))
    // a bare count says what of: "2.2 a year"
    const bare = manner.before === '' && manner.afterChange.en === ''
    return tell(nothing ? 'first_best' : 'first_sure', {
      outcome: label,
      package: titleOf(policies, first),
      ...(nothing ? {} : { size: each((l) => `${size(manner, regret, l)}${bare ? `\u00A0${manner.unit[l]}` : ''}`) }),
    })
  }
  if (ranking?.separable && ranking.order.length > 2)
    return tell('pair_sure', { outcome: label, package: titleOf(policies, first), other: titleOf(policies, second) })
  return tell('not_separable', { outcome: label })
}

function agreement(decision: Decision): Words[] {
  const shown = summaryOf(decision)
  const one = shown.filter(({ firsts = [] }) => firsts.length === 1)
  const many = shown.filter(({ firsts = [] }) => firsts.length > 1)
  return [
    ...(one.length === 0
      ? []
      : [
          tell('measures_agree', {
            n: MEASURES.length,
            outcomes: listed(one.map((outcome) => inner(outcomeWords(outcome)))),
          }),
        ]),
    ...many.map((outcome) => disagreement(decision, outcome)),
  ]
}

/** Most measures on one side: that one, and the exceptions; otherwise who comes first by which. */
function disagreement({ policies }: Decision, outcome: OutcomeDecision): Words {
  const [most, ...others] = outcome.firsts ?? []
  const by = (firsts: NonNullable<OutcomeDecision['firsts']>) =>
    joined(
      firsts.map(({ policy, measures }) =>
        tell('by_measures', {
          package: titleOf(policies, policy),
          measures: listed(measures.map((measure) => tell(measure))),
        }),
      ),
      '; ',
    )
  const clear = most !== undefined && most.measures.length > MEASURES.length / 2
  if (!clear) return tell('measures_disagree', { outcome: outcomeWords(outcome), list: by(outcome.firsts ?? []) })
  return tell('measures_mostly', {
    outcome: outcomeWords(outcome),
    package: titleOf(policies, most.policy),
    n: most.measures.length,
    of: MEASURES.length,
    list: by(others),
  })
}

function thresholds({ satisficing, outcomes, policies, reference }: Decision): Words[] {
  if (satisficing === undefined) return []
  const { all, each: single, nobody, ranking } = satisficing
  const cardOf = (name: string) => outcomes.find((outcome) => outcome.name === name) as OutcomeDecision
  if (nobody) {
    const never = single.filter(({ shares }) => shares.every((one) => one === 0))
    const hardest = [...single].sort((a, b) => Math.max(...a.shares) - Math.max(...b.shares))[0]
    const words = never.map(({ threshold, best }) => {
      const card = cardOf(threshold.outcome)
      return tell('threshold_out_of_reach', {
        threshold: thresholdWords(threshold, card),
        best: levelWords(card, best),
      })
    })
    if (words.length === 0 && hardest !== undefined)
      words.push(
        tell('threshold_hardest', {
          threshold: thresholdWords(hardest.threshold, cardOf(hardest.threshold.outcome)),
          share: share(Math.max(...hardest.shares)),
        }),
      )
    return [tell('satisfied_nobody'), ...words]
  }
  // packages of the ranking stand in the order of the study, twins left out
  const names = policies.filter(({ name }) => ranking.order.includes(name)).map(({ name }) => name)
  const base = all[names.indexOf(reference)] as number
  const first = ranking.order[0] as string
  const most = Math.max(...all)
  if (first === reference || most === base) return [tell('satisfied_reference', { share: share(base) })]
  return [
    tell('satisfied', {
      package: titleOf(policies, first),
      share: share(most),
      base: share(base),
      sure: ranking.firstSeparable ? plainWords('') : tell('satisfied_unsure'),
    }),
  ]
}

function weights({ policies, outcomes }: Decision, found: Weighted): Words[] {
  const label = (name: string) => {
    const card = outcomes.find((outcome) => outcome.name === name)
    return card === undefined ? plainWords(name) : inner(outcomeWords(card))
  }
  const first = found.order[0] as string
  // scores stand in the order of the packages judged; the first is the lowest of them
  const at = found.scores.indexOf(Math.min(...found.scores))
  return [
    tell('weighted', {
      package: titleOf(policies, first),
      weights: joined(
        Object.entries(found.weights).map(([name, weight]) => each((l) => `${label(name)[l]} ${percent(weight, l)}`)),
        ', ',
      ),
    }),
    tell('weighted_share', { near: share(found.near[at] as number), anywhere: share(found.anywhere[at] as number) }),
    ...found.turns.map(({ outcome, weight, to }) =>
      tell('weighted_turn', {
        outcome: label(outcome),
        weight: share(weight),
        now: share(found.weights[outcome] as number),
        package: titleOf(policies, to),
      }),
    ),
    ...(found.ignored.length === 0
      ? []
      : [tell('weighted_ignored', { outcomes: listed(found.ignored.map(({ outcome }) => label(outcome))) })]),
  ]
}

const identical = ({ identical: pairs, policies }: Decision): Words[] =>
  pairs.map(([one, other]) => tell('identical', { package: titleOf(policies, one), other: titleOf(policies, other) }))

function leftOut({ futures, outcomes }: Decision): Words[] {
  const label = (name: string) => {
    const card = outcomes.find((outcome) => outcome.name === name) ?? { name, en: name, es: name }
    return inner(outcomeWords(card))
  }
  const reruns = outcomes.find(({ rankings }) => rankings)?.rankings?.mean.reruns
  return [
    ...(futures.kept > 0 && reruns !== undefined ? [tell('futures', { kept: futures.kept, reruns })] : []),
    ...(futures.kept > 0 && futures.kept < FEW ? [tell('futures_few')] : []),
    ...(futures.failed > 0 ? [tell('futures_failed', { n: futures.failed, asked: futures.asked })] : []),
    ...futures.missing.map(({ outcome, futures: n }) =>
      tell(futures.left.includes(outcome) ? 'outcome_left' : 'futures_missing', { outcome: label(outcome), n }),
    ),
  ]
}
