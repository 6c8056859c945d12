// The contest as a table: what each swap breaks among the patterns, and what among the answers to policy questions.
import type { PatternResult } from '../patterns/patterns.ts'
import { type Answer, type Turned, turnedAnswers, turnedRanks } from './answers.ts'
import type { Swap } from './swaps.ts'

/** A pattern that passes with the model as it is and not with the swap, or the other way round. */
export interface PatternChange {
  readonly id: string
  readonly role: PatternResult['role']
  /** Share of draws inside. */
  readonly base: number
  readonly swapped: number
  readonly how: 'lost' | 'won' | 'weaker' | 'stronger'
}

export interface Round {
  readonly swap: Swap
  readonly patterns: readonly PatternChange[]
  readonly answers: readonly Turned[]
  readonly ranks: ReturnType<typeof turnedRanks>
  /** Patterns passed, of those counted. */
  readonly passed: readonly [passed: number, of: number]
  /**
   * `breaks patterns`: some are lost; `turns answers`: answers or orders of packages; `both`. `does better`: patterns are won and
   * nothing is lost. `neither`: a candidate to be simplified away; `arm` for an option that the draws mix anyway.
   */
  readonly verdict: 'breaks patterns' | 'turns answers' | 'both' | 'does better' | 'neither' | 'arm'
}

/** What one swap was worked out to, or the base. */
export interface Worked {
  readonly patterns: readonly PatternResult[]
  readonly answers: readonly Answer[]
}

/** Smaller changes of a share of draws are the luck of the draws. */
const NOTABLE = 0.2

/** One round: a swap beside the base, patterns and answers of both in the same order. */
export function roundOf(swap: Swap, base: Worked, swapped: Worked): Round {
  const patterns = base.patterns.flatMap((own, k): PatternChange[] => {
    const other = swapped.patterns[k] as PatternResult
    const before = own.share_inside
    const after = other.share_inside
    if (before === null || after === null || Math.abs(after - before) < NOTABLE) return []
    const same = own.pass === other.pass
    const how = after < before ? (same ? 'weaker' : 'lost') : same ? 'stronger' : 'won'
    return [{ id: own.id, role: own.role, base: before, swapped: after, how }]
  })
  const answers = turnedAnswers(base.answers, swapped.answers)
  const ranks = turnedRanks(base.answers, swapped.answers)
  const breaks = patterns.some(({ how }) => how === 'lost')
  const wins = patterns.some(({ how }) => how === 'won')
  const turns = answers.length > 0 || ranks.length > 0
  const counted = swapped.patterns.filter(({ pass }) => pass !== null)
  return {
    swap,
    patterns,
    answers,
    ranks,
    passed: [counted.filter(({ pass }) => pass).length, counted.length],
    verdict: verdictOf(swap, breaks, turns, wins),
  }
}

function verdictOf(swap: Swap, breaks: boolean, turns: boolean, wins: boolean): Round['verdict'] {
  if (breaks) return turns ? 'both' : 'breaks patterns'
  if (turns) return 'turns answers'
  if (wins) return 'does better'
  return swap.arm ? 'arm' : 'neither'
}

/** The whole table, a line a change: for a spreadsheet. */
export function contestCsv(rounds: readonly Round[]): string {
  const head = 'swap,verdict,kind,name,place,base,swapped,how\n'
  const line = (cells: readonly (string | number)[]) =>
    `${cells.map((cell) => (typeof cell === 'number' ? String(Number(cell.toPrecision(4))) : cell)).join(',')}\n`
  return rounds.reduce((text, { swap, verdict, patterns, answers, ranks }) => {
    const lines = [
      ...patterns.map(({ id, base, swapped, how }) => ['pattern', id, '', base, swapped, how]),
      ...answers.map(({ outcome, package: name, from, to, how }) => ['answer', outcome, name, from, to, how]),
      ...ranks.map(({ outcome, lower, higher, from, to }) => [
        'rank',
        outcome,
        `${lower} < ${higher}`,
        from,
        to,
        'turned',
      ]),
    ]
    const rows = lines.length > 0 ? lines : [['none', '', '', '', '', '']]
    return text + rows.map((cells) => line([swap.id, verdict, ...cells])).join('')
  }, head)
}
