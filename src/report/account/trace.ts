// The TRACE notebook: question, model, data, ideas, program, fit, analysis, corroboration, and what was changed (Grimm et al. 2014).
import { FIRST, LAST } from '../../lab/scenario/types.ts'
import { levers } from '../../system/levers.ts'
import { type Outcome, outcomes } from '../../system/outcomes.ts'
import { switches } from '../../system/switches.ts'
import { code, plain, Writer } from '../description/markdown.ts'
import type { Language } from '../input.ts'
import type { Account } from './account.ts'
import { writeLook, writePast, writeRecovered, writeRegistered } from './skill.ts'
import { SKILL } from './skill-words.ts'
import { writeData } from './trace-data.ts'
import { writeAnalysis, writeOutput } from './trace-fit.ts'
import { TRACE } from './trace-words.ts'

const WORDS = { ...SKILL, ...TRACE }
export type TraceWriter = Writer<keyof typeof WORDS>

const SHORT = 12

/** The notebook as Markdown. */
export function traceText(account: Account, language: Language): string {
  const w: TraceWriter = new Writer(language, WORDS)
  const { version, hashes } = account
  const [model = '', data = '', parameters = ''] = [hashes.model, hashes.data, hashes.parameters].map((hash) =>
    hash.slice(0, SHORT),
  )
  w.heading(1, w.word('title'))
  w.paragraph(w.word('made'))
  w.paragraph(w.word('marked'))
  w.paragraph(w.word('version', { version, model, data, parameters }))
  writeProblem(w)
  writeModel(w, account)
  writeData(w, account)
  writeConcept(w, account)
  writeChecks(w, account)
  writeOutput(w, account)
  writeAnalysis(w, account)
  w.heading(2, w.word('corroboration'))
  w.paragraph(w.word('crpsMeans'))
  w.heading(3, w.word('look'))
  writeLook(w, account, true)
  w.heading(3, w.word('past'))
  writePast(w, account, true)
  w.heading(3, w.word('pseudo'))
  writeRecovered(w, account)
  w.heading(3, w.word('waiting'))
  writeRegistered(w, account)
  writeLog(w, account)
  return w.toString()
}

function writeProblem(w: TraceWriter): void {
  const all = Object.values(outcomes as Readonly<Record<string, Outcome>>)
  const heads = all.filter(({ headline }) => headline === true)
  w.heading(2, w.word('problem'))
  w.paragraph(w.word('problemText'))
  w.paragraph(
    w.word('problemFor', {
      outcomes: all.length,
      headline: heads.length,
      names: heads.map((outcome) => outcome[w.language].toLowerCase()).join(', '),
      levers: Object.keys(levers).length,
      from: FIRST,
      to: LAST,
    }),
  )
  w.paragraph(w.word('problemNot'))
}

function writeModel(w: TraceWriter, { description }: Account): void {
  const { mechanisms, scales, parameters } = description
  const households = mechanisms.filter(({ kind }) => kind === 'rule').length
  w.heading(2, w.word('model'))
  w.paragraph(
    w.word('modelText', {
      households,
      steps: mechanisms.length - households,
      districts: scales.districts,
      zones: scales.zones,
      parameters: parameters.length,
      switches: Object.keys(switches).length,
    }),
  )
}

function writeConcept(w: TraceWriter, { description, decisions }: Account): void {
  const acting = description.mechanisms.filter(({ bookkeeping }) => !bookkeeping)
  const claimed = acting.filter(({ claims }) => claims !== 'judgement').length
  w.heading(2, w.word('concept'))
  w.paragraph(w.word('conceptText', { claimed, judged: acting.length - claimed }))
  w.table(
    ['mechanism', 'says', 'claims', 'ignores'],
    acting.map(({ id, says, claims, ignores }) => [
      code(id),
      w.english(says),
      claims === 'judgement' ? w.word('judgement') : String(claims.length),
      w.english(ignores),
    ]),
  )
  w.paragraph(w.word('switchesText'))
  w.table(
    ['rival', 'options'],
    Object.entries(switches).map(([name, one]) => [
      `${code(name)}: ${plain(one[w.language])}`,
      one.options.map(code).join(', '),
    ]),
  )
  w.paragraph(w.word('decisionsText'))
  w.table(
    ['decision', 'date', 'question'],
    decisions.map(({ number, title, date, question, path }) => [
      `[${number}](${path.replace(/^docs\//, '')}) ${w.english(title)}`,
      date ?? '',
      w.english(question),
    ]),
  )
}

/** What must always hold, and where it is tested; a test compares the names with the files. */
export const INVARIANTS = [
  ['holdsBooks', 'test/system/conservation.test.ts'],
  ['holdsBits', 'test/system/same-bits.test.ts'],
  ['holdsExtremes', 'test/system/extremes.test.ts'],
  ['holdsOff', 'test/system/switch-off.test.ts'],
  ['holdsSample', 'test/system/sample.test.ts'],
  ['holdsLists', 'test/system/headers.test.ts'],
  ['holdsParameters', 'test/system/parameters.test.ts'],
] as const

function writeChecks(w: TraceWriter, { tests }: Account): void {
  w.heading(2, w.word('checks'))
  w.paragraph(w.word('checksText'))
  w.table(
    ['folder', 'files', 'declared'],
    tests.map(({ folder, files, declared }) => [code(folder), String(files), String(declared)]),
  )
  w.paragraph(w.word('invariants'))
  w.table(
    ['says', 'heldBy'],
    INVARIANTS.map(([key, path]) => [w.word(key), code(path)]),
  )
}

/** Lines of the log under each version. */
function writeLog(w: TraceWriter, { changes }: Account): void {
  w.heading(2, w.word('log'))
  w.paragraph(w.word('logText'))
  for (const { heading, lines } of changes) {
    w.paragraph(`**${w.english(heading)}**`)
    w.list([...lines].reverse().map((line) => (w.language === 'en' ? line : `[en] ${line}`)))
  }
}
