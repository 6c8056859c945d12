// One section for each mechanism, and the table of all parameters.
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import type { Outcome } from '../../system/outcomes.ts'
import type { Described, Description, MechanismDescription, ParameterDescription } from './description.ts'
import { code, codes, type Writer } from './markdown.ts'

export function writeSubmodels(w: Writer, of: Described, { mechanisms, parameters }: Description): void {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
  w.heading(3, w.word('submodels'))
  w.paragraph(w.word('notation'))
  for (const one of mechanisms) {
    w.heading(4, code(one.id))
    writeHeader(w, of, one)
    writeEquations(w, one)
    writeAccess(w, one)
    parameterTable(
      w,
      one.parameters.flatMap((name) => byName.get(name) ?? []),
    )
    w.paragraph(
      `**${w.word('off')}:** ${[standIn(w, one), effect(w, of, one)].filter((part) => part !== '').join('; ')}.`,
    )
  }
  w.heading(3, w.word('parameters'))
  w.table(
    ['name', 'unit', 'low', 'central', 'high', 'prior', 'ground', 'readBy'],
    parameters.map((one) => [...figures(w, one), grounds(w, one), one.readBy.join(', ') || w.word('unused')]),
  )
}

function writeHeader(w: Writer, { pack }: Described, one: MechanismDescription): void {
  w.paragraph(`_${w.english(one.about)}_`)
  w.list([
    `**${w.word('says')}:** ${w.english(one.says)}`,
    `**${w.word('ignores')}:** ${w.english(one.ignores)}`,
    `**${w.word('who')}:** ${w.word(one.when ?? 'step')}${
      one.again ? `; ${w.word('again')} ${code(one.again)}` : ''
    } · ${code(one.file)}${one.subsystems.length > 0 ? ` · ${one.subsystems.join(', ')}` : ''}`,
    ...(one.claims === 'judgement'
      ? [`**${w.word('restsOn')}:** ${w.word(one.bookkeeping ? 'bookkeeping' : 'judgement')}`]
      : []),
  ])
  if (one.claims === 'judgement') return
  w.table(
    ['ground', 'supports', 'claim', 'source'],
    one.claims.map(({ claim, supports }) => [claim, w.english(supports), ...claimCells(w, pack.ledger, claim)]),
  )
}

function claimCells(w: Writer, ledger: Ledger, id: string): [string, string] {
  const claim = ledger.claim(id)
  if (!claim) return ['', '']
  const words = claim.paraphrase[w.language].replaceAll('|', '\\|')
  return [words, claim.attributedTo === '' ? claim.source : `${claim.source} (${claim.attributedTo})`]
}

function writeEquations(w: Writer, one: MechanismDescription): void {
  w.paragraph(`**${w.word('equations')}**`)
  w.math(one.equations.map(({ tex }) => tex))
  for (const { about, equations } of one.functions) {
    w.paragraph(`${w.word('where')} (${w.english(about)})`)
    w.math(equations.map(({ tex }) => tex))
  }
}

function writeAccess(w: Writer, one: MechanismDescription): void {
  w.list([
    `**${w.word('reads')}:** ${codes(one.reads)}`,
    `**${w.word('writes')}:** ${codes(one.writes)}`,
    ...(one.streams.length > 0 ? [`**${w.word('streams')}:** ${codes(one.streams)}`] : []),
    ...(one.switches.length > 0 ? [`**${w.word('switches')}:** ${codes(one.switches)}`] : []),
  ])
}

function parameterTable(w: Writer, parameters: readonly ParameterDescription[]): void {
  w.table(
    ['name', 'unit', 'low', 'central', 'high', 'prior', 'ground'],
    parameters.map((one) => [...figures(w, one), grounds(w, one)]),
  )
}

const figures = (w: Writer, one: ParameterDescription): string[] => [
  code(one.name),
  one.unit,
  w.figure(one.low),
  w.figure(one.central),
  w.figure(one.high),
  one.distribution,
]
const grounds = (w: Writer, { claims }: ParameterDescription): string =>
  claims.map((claim) => (claim === 'judgement' ? w.word('judgement') : claim)).join(', ')

function standIn(w: Writer, { off, bookkeeping }: MechanismDescription): string {
  if (bookkeeping) return w.word('bookkeeping')
  if (off === undefined) return w.word('nothing')
  return off === '' ? w.word('standIn') : w.english(off.replace(/\.$/, ''))
}

function effect(w: Writer, { model }: Described, { effect, bookkeeping }: MechanismDescription): string {
  if (bookkeeping) return ''
  const outcomes: Readonly<Record<string, Outcome>> = model.outcomes
  const [name = '', part] = effect.outcome.split('/')
  const label = outcomes[name]?.[w.language] ?? name
  return w.word('effect', {
    outcome: part === undefined ? label : `${label}: ${part}`,
    how: w.word(effect.off),
    least: w.figure(Number((effect.atLeast * 100).toFixed(6))),
    scenario: effect.scenario ?? 'history',
    years: effect.years?.join('–') ?? w.word('wholeRun'),
  })
}
