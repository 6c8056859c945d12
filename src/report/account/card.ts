// The model card: what the model can answer, what it cannot, where it fails, and what would be misuse of it.
import { spanOf } from '../../lab/misses.ts'
import { FIRST, LAST } from '../../lab/scenario/types.ts'
import { levers } from '../../system/levers.ts'
import { type Outcome, outcomes } from '../../system/outcomes.ts'
import { plain, Writer } from '../description/markdown.ts'
import { percent } from '../format.ts'
import { mayMap } from '../harm.ts'
import type { Language } from '../input.ts'
import { skillKey, skillMark, skillShort, skillSign } from '../skill.ts'
import type { Account } from './account.ts'
import { CARD } from './card-words.ts'
import { metIn } from './read.ts'
import { writeLook, writePast, writeRecovered } from './skill.ts'
import { SKILL } from './skill-words.ts'
import { unknownOf } from './unknowns.ts'

const WORDS = { ...SKILL, ...CARD }
export type CardWriter = Writer<keyof typeof WORDS>

const SHORT = 12
/** Unknowns that are named. */
const NAMED = 12

/** The card as Markdown. */
export function cardText(account: Account, language: Language): string {
  const w: CardWriter = new Writer(language, WORDS)
  const { version, hashes } = account
  const [model, data, parameters] = [hashes.model, hashes.data, hashes.parameters].map((hash) => hash.slice(0, SHORT))
  w.heading(1, w.word('title'))
  w.paragraph(w.word('made'))
  w.paragraph(w.word('version', { version, model: model ?? '', data: data ?? '', parameters: parameters ?? '' }))
  const districts = account.description.scales.districts
  w.heading(2, w.word('purpose'))
  w.paragraph(w.word('purposeText', { districts }))
  w.paragraph(w.word('users'))
  writeCan(w, account)
  writeCannot(w, account)
  writeDraws(w, account)
  w.heading(2, w.word('skillTitle'))
  w.paragraph(w.word('crpsMeans'))
  w.heading(3, w.word('look'))
  writeLook(w, account, false)
  w.heading(3, w.word('past'))
  writePast(w, account, false)
  w.heading(3, w.word('pseudo'))
  writeRecovered(w, account)
  writeFailing(w, account)
  writeRests(w, account)
  writeMisuse(w)
  writeGrounds(w, account)
  writePins(w, account)
  return w.toString()
}

function writeCan(w: CardWriter, { skill, misses, series }: Account): void {
  const { language } = w
  w.heading(2, w.word('can'))
  w.paragraph(w.word('canText', { from: FIRST, to: LAST, key: skillKey()[language] }))
  const marks = { kind: 'prior', skill, misses } as const
  w.table(
    ['outcome', 'meaning', 'place', 'skill'],
    Object.entries(outcomes as Readonly<Record<string, Outcome>>).map(([name, outcome]) => {
      const [valley, district] = [skillMark(marks, name), skillMark(marks, name, 'districts')]
      const badges = [
        `${skillSign(valley)} ${skillShort(valley)[language]}`,
        ...(district ? [`${w.word('districts')}: ${skillSign(district)} ${skillShort(district)[language]}`] : []),
      ]
      const finest = outcome.places === 'zone' ? 'zone' : mayMap(name) ? 'district' : 'valley'
      return [plain(outcome[language]), plain(outcome.about[language]), w.word(finest), badges.join('; ')]
    }),
  )
  const names = Object.values(levers).map((lever) => lever[language].toLowerCase())
  w.paragraph(w.word('leversText', { levers: names.join('; ') }))
  const [covered, not] = [series.covered.length, series.not.length]
  w.paragraph(w.word('seriesText', { covered, not, all: covered + not }))
}

function writeCannot(w: CardWriter, { description, unverified }: Account): void {
  const { districts } = description.scales
  w.heading(2, w.word('cannot'))
  w.list([
    w.word('cannotPersons'),
    w.word('cannotPlaces', { unverified, districts }),
    w.word('cannotOperations'),
    w.word('cannotFigure', { to: LAST }),
    w.word('cannotBest'),
    w.word('cannotRight'),
    w.word('cannotIgnored', { mechanisms: description.mechanisms.filter(({ bookkeeping }) => !bookkeeping).length }),
  ])
}

function writeDraws(w: CardWriter, { draws, refused }: Account): void {
  w.heading(2, w.word('draws'))
  const stale = refused.filter(({ file }) => file.startsWith('data/posterior'))
  if (draws.kind === 'prior') w.paragraph(w.word('drawsPrior'))
  if (draws.kind === 'screened') w.paragraph(w.word('drawsScreened', { count: draws.count, tried: draws.tried ?? '–' }))
  if (draws.kind === 'posterior') {
    const { count, until, created, command, runs, from } = draws.manifest
    w.paragraph(
      w.word('drawsPosterior', { count, until, created: created.slice(0, 10), command, runs: w.figure(runs) }),
    )
    if (from) w.paragraph(w.word('drawsFrom', { created: from.created.slice(0, 10), until: from.until }))
    const { summary } = draws
    if (summary === undefined) w.paragraph(w.word('drawsNoSummary'))
    else {
      w.paragraph(w.word('drawsMet', metIn(summary)))
      const open = summary.marginals.filter(({ identified }) => !identified)
      const fitted = summary.marginals.length
      const kept = summary.influences.length - fitted
      w.paragraph(
        w.word('drawsKnown', { fitted, known: fitted - open.length, open: open.length, kept: Math.max(0, kept) }),
      )
      const weights = new Map(summary.influences.map(({ name, weight }) => [name, weight]))
      const strongest = open.toSorted((a, b) => (weights.get(b.name) ?? 0) - (weights.get(a.name) ?? 0)).slice(0, NAMED)
      if (strongest.length > 0) w.paragraph(w.word('drawsOpen'))
      w.table(
        ['unknown', 'width'],
        strongest.map(({ name, contraction }) => [unknownOf(name, w.language), percent(contraction, w.language)]),
      )
    }
  }
  if (stale.length > 0) {
    w.paragraph(w.word('drawsRefused'))
    w.list(stale.map(({ file, what, todo }) => w.english(`${file}: ${what}; ${todo}`)))
  }
}

function writeFailing(w: CardWriter, { misses, validated, hashes, patterns: asked }: Account): void {
  w.heading(2, w.word('failing'))
  if (validated === undefined) w.paragraph(w.word('failingNever'))
  else {
    const { date, draws, patterns, model } = validated
    const counts = new Set(asked.filter(({ role }) => role !== 'I' && role !== 'B').map(({ id }) => id))
    const count = (status: string) => patterns.filter((one) => counts.has(one.id) && one.status === status).length
    const [inside, outside] = [count('inside'), count('outside')]
    w.paragraph(w.word('failingText', { tried: inside + outside, date, draws, inside, outside }))
    if (model !== hashes.model) w.paragraph(w.word('failingOld'))
  }
  w.paragraph(w.word('failingEchoes'))
  w.table(
    ['pattern', 'years', 'met', 'why'],
    misses.list.map(({ pattern, said, outcomes: names, years, share, reason, mechanism }) => [
      plain([pattern, said?.[w.language] ?? names.join(', ')].filter(Boolean).join(': ')),
      spanOf({ years }) || '–',
      share === undefined ? '–' : percent(share, w.language),
      reason ? plain(`${reason[w.language]} (${mechanism ?? ''})`) : w.word('noReason'),
    ]),
  )
}

function writeRests(w: CardWriter, { draws, behind }: Account): void {
  w.heading(2, w.word('rests'))
  w.paragraph(w.word('restsText'))
  const summary = draws.kind === 'posterior' ? draws.summary : undefined
  if (draws.kind !== 'posterior') w.paragraph(w.word('restsAll'))
  const told = new Set(summary?.marginals.filter(({ identified }) => identified).map(({ name }) => name))
  w.paragraph(w.word('restsLevers'))
  w.table(
    ['lever', 'behind', 'told'],
    Object.entries(levers).map(([name, lever]) => {
      const unknowns = behind[name] ?? []
      const known = unknowns.filter((one) => told.has(one)).length
      return [lever[w.language], String(unknowns.length), draws.kind === 'posterior' && !summary ? '–' : String(known)]
    }),
  )
}

function writeMisuse(w: CardWriter): void {
  w.heading(2, w.word('misuse'))
  w.paragraph(w.word('misuseText'))
  w.list([w.word('misuseFine'), w.word('misuseNone'), w.word('misuseViolence'), w.word('misuseChoices')])
  w.paragraph(w.word('misuseWrong'))
  w.paragraph(w.word('misuseRight'))
}

function writeGrounds(w: CardWriter, { coverage }: Account): void {
  const { claims, parameters, contradictions } = coverage
  w.heading(2, w.word('grounds'))
  w.paragraph(
    w.word('groundsText', {
      claims: w.figure(claims.written),
      rows: w.figure(claims.observations),
      contradictions: contradictions.all,
      open: contradictions.open,
      parameters: parameters.all,
      figures: parameters.claimed.length - parameters.signOnly.length,
      sign: parameters.signOnly.length,
      judgement: parameters.judgement.length,
    }),
  )
  w.paragraph(w.word('groundsBias'))
}

function writePins(w: CardWriter, { hashes, draws }: Account): void {
  w.heading(2, w.word('pins'))
  w.table(
    ['item', 'hash'],
    [
      [w.word('pinModel'), hashes.model],
      [w.word('pinData'), hashes.data],
      [w.word('pinParameters'), hashes.parameters],
      ...(draws.kind === 'posterior' ? [[w.word('pinDraws'), draws.manifest.draws]] : []),
    ],
  )
  w.paragraph(w.word('again'))
}
