/** Options that several commands share: read from words, checked all at once, one problem per mistake. */
import { CLAIM_KINDS, type ClaimKind } from '../evidence/ledger/claim.ts'
import { REASONS, type Reason } from '../evidence/ledger/contradiction.ts'
import { type Period, parsePeriod } from '../evidence/ledger/period.ts'
import { nearest, type Problem } from '../evidence/problem.ts'
import { METHODS, type Method } from '../lab/sensitivity/result.ts'
import { LANGUAGES } from './language.ts'

/** How an option is written and what its value may be. */
interface OptionKind {
  /** Placeholder of the value; absent for a flag. */
  readonly value?: string
  readonly short?: string
  /** Reads the value; a string is what was expected instead. */
  readonly read?: (text: string) => { readonly value: unknown } | { readonly expected: string }
}

const whole = (low: number, high: number) => (text: string) => {
  const value = Number(text)
  const good = /^\d+$/.test(text) && value >= low && value <= high
  return good ? { value } : { expected: `a whole number from ${low} to ${high}` }
}
/** Soles: 800e6 or 800000000. */
function readMoney(text: string): { value: number } | { expected: string } {
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) && value > 0
    ? { value }
    : { expected: 'soles a year, for example 800e6' }
}
const oneOf = (words: readonly string[]) => (text: string) =>
  words.includes(text) ? { value: text } : { expected: `one of ${words.join(', ')}` }

/** 1/n as n. */
function readSample(text: string): { value: number } | { expected: string } {
  const n = /^(?:1\/)?(\d{1,3})$/.exec(text)?.[1]
  const good =
    n !== undefined &&
    text.startsWith('1') &&
    (text.includes('/') || text === '1') &&
    Number(n) >= 1 &&
    Number(n) <= 200
  return good ? { value: Number(n) } : { expected: '1/n with a whole n from 1 to 200, for example 1/20' }
}

/** `2014`, `2010/2014`, `2014-03`. */
function readPeriod(text: string): { value: Period } | { expected: string } {
  const period = parsePeriod(text)
  return period === undefined || period === 'bad'
    ? { expected: 'a year, a month or a span: 2014, 2014-03, 2010/2014' }
    : { value: period }
}

export const optionKinds = {
  seed: { value: 'N', read: whole(0, 2 ** 31 - 1) },
  draws: { value: 'N', read: whole(1, 100_000) },
  sample: { value: '1/n', read: readSample },
  workers: { value: 'N', read: whole(0, 256) },
  json: {},
  lang: { value: 'es|en', read: oneOf(LANGUAGES) },
  debug: {},
  out: { value: 'PATH' },
  resume: { value: 'DIR' },
  model: { value: 'DIR' },
  scope: { value: 'default|A|A+B|all', read: oneOf(['default', 'A', 'A+B', 'all']) },
  prior: {},
  quick: {},
  lean: {},
  look: {},
  until: { value: 'YEAR', read: whole(2010, 2024) },
  posterior: { value: 'DIR' },
  year: { value: 'YEAR', read: whole(2001, 2035) },
  once: {},
  port: { value: 'N', read: whole(0, 65_535) },
  parameters: {},
  odd: {},
  graph: {},
  card: {},
  trace: {},
  reduced: {},
  check: {},
  keep: { value: 'N', read: whole(1, 100_000) },
  misses: { value: 'N', read: whole(0, 100) },
  subject: { value: 'NAME' },
  topic: { value: 'NAME' },
  place: { value: 'NAME' },
  period: { value: 'YEAR[/YEAR]', read: readPeriod },
  source: { value: 'ID' },
  kind: { value: 'KIND', read: oneOf(CLAIM_KINDS) },
  reason: { value: 'REASON', read: oneOf(REASONS) },
  observations: {},
  found: {},
  limit: { value: 'N', read: whole(1, 1_000_000) },
  as: { value: 'claims|series|acled|ucdp', read: oneOf(['claims', 'series', 'acled', 'ucdp']) },
  format: { value: 'csv|jsonld|parquet', read: oneOf(['csv', 'jsonld', 'parquet']) },
  write: {},
  replace: {},
  series: { value: 'NAME' },
  unit: { value: 'UNIT' },
  decimal: { value: '.|,', read: oneOf(['.', ',']) },
  dates: { value: 'day-first|month-first', read: oneOf(['day-first', 'month-first']) },
  encoding: { value: 'NAME', read: oneOf(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']) },
  method: { value: 'morris|sobol|curves', read: oneOf(METHODS) },
  outcome: { value: 'NAME[,NAME]' },
  trajectories: { value: 'N', read: whole(2, 1000) },
  by: { value: 'input|subsystem|contested', read: oneOf(['input', 'subsystem', 'contested']) },
  inputs: { value: 'NAME[,NAME]' },
  on: { value: 'model|emulator', read: oneOf(['model', 'emulator']) },
  futures: { value: 'N', read: whole(1, 100_000) },
  fresh: { value: 'N', read: whole(2, 100_000) },
  candidates: { value: 'N', read: whole(2, 100_000) },
  late: { value: 'MONTHS', read: whole(1, 96) },
  thresholds: { value: 'FILE' },
  weights: { value: 'NAME=N[,NAME=N]' },
  budget: { value: 'SOLES', read: readMoney },
  study: { value: 'DIR' },
  fails: { value: 'RULE' },
  rerun: { value: 'ID[,ID]' },
} as const satisfies Readonly<Record<string, OptionKind>>

export type OptionName = keyof typeof optionKinds

/** Options every command accepts, whether or not they change what it does. */
export const COMMON: readonly OptionName[] = ['json', 'seed', 'draws', 'sample', 'workers', 'lang', 'debug']

/** Values of the options that were given. */
export interface Options {
  readonly seed?: number
  readonly draws?: number
  readonly sample?: number
  readonly workers?: number
  readonly json?: true
  readonly lang?: 'es' | 'en'
  readonly debug?: true
  readonly out?: string
  readonly resume?: string
  readonly model?: string
  readonly scope?: 'default' | 'A' | 'A+B' | 'all'
  readonly prior?: true
  readonly quick?: true
  readonly lean?: true
  readonly look?: true
  readonly until?: number
  readonly posterior?: string
  readonly year?: number
  readonly once?: true
  readonly port?: number
  readonly parameters?: true
  readonly odd?: true
  readonly graph?: true
  readonly card?: true
  readonly trace?: true
  readonly reduced?: true
  readonly check?: true
  readonly keep?: number
  readonly misses?: number
  readonly subject?: string
  readonly topic?: string
  readonly place?: string
  readonly period?: Period
  readonly source?: string
  readonly kind?: ClaimKind
  readonly reason?: Reason
  readonly observations?: true
  readonly found?: true
  readonly limit?: number
  readonly as?: 'claims' | 'series' | 'acled' | 'ucdp'
  readonly format?: 'csv' | 'jsonld' | 'parquet'
  readonly write?: true
  readonly replace?: true
  readonly series?: string
  readonly unit?: string
  readonly decimal?: '.' | ','
  readonly dates?: 'day-first' | 'month-first'
  readonly encoding?: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
  readonly method?: Method
  readonly outcome?: string
  readonly trajectories?: number
  readonly by?: 'input' | 'subsystem' | 'contested'
  readonly inputs?: string
  readonly on?: 'model' | 'emulator'
  readonly futures?: number
  readonly fresh?: number
  readonly candidates?: number
  readonly late?: number
  readonly thresholds?: string
  readonly weights?: string
  readonly budget?: number
  readonly study?: string
  readonly fails?: string
  readonly rerun?: string
}

/** How an option stands on the command line: `--sample <1/n>`. */
export function flagsOf(name: OptionName): string {
  const kind: OptionKind = optionKinds[name]
  return kind.value === undefined ? `--${name}` : `--${name} <${kind.value}>`
}

/** Reads the raw words of the options. `command` is what messages name, for example `vraem compare`. */
export function readOptions(
  raw: Readonly<Record<string, unknown>>,
  command: string,
): { options: Options; problems: Problem[] } {
  const problems: Problem[] = []
  const entries = Object.entries(raw).flatMap(([name, given]): [string, unknown][] => {
    const kind: OptionKind | undefined = optionKinds[name as OptionName]
    if (kind === undefined || given === undefined) return []
    if (typeof given !== 'string' || kind.read === undefined) return [[name, given]]
    const read = kind.read(given)
    if ('value' in read) return [[name, read.value]]
    problems.push({
      code: 'bad-option',
      file: command,
      field: `--${name}`,
      what: `"${given}" cannot be used`,
      expected: read.expected,
      todo: `correct it, or leave --${name} out`,
    })
    return []
  })
  return { options: Object.fromEntries(entries) as Options, problems }
}

/** The problem of a word that begins like an option and is none. */
export function unknownOption(word: string, known: readonly string[], command: string): Problem {
  const name = word.split('=', 1)[0] ?? word
  const near = nearest(name.replace(/^-+/, ''), known)
  return {
    code: 'unknown-option',
    file: command,
    field: name,
    what: 'there is no such option',
    expected: known.map((option) => `--${option}`).join(', '),
    todo: near === undefined ? `look at ${command} --help` : `write --${near} if you meant that`,
  }
}
