// Design concepts, each found in the code by a rule that the text states.
import type { Outcome } from '../../system/outcomes.ts'
import type { ColumnDescription, Described, Description, MechanismDescription } from './description.ts'
import { loopsOf } from './loops.ts'
import { influences } from './map.ts'
import { code, codes, type Writer } from './markdown.ts'

const LEARNING = /\b(?:expect|remember|perceiv|learn|mean of)/
const PREDICTION = /\bexpect/

export function writeConcepts(w: Writer, of: Described, description: Description): void {
  const { mechanisms, entities } = description
  const columns = entities.flatMap((entity) => entity.columns)
  w.heading(2, w.word('concepts'))
  writeBackground(w, of, description)
  w.heading(3, w.word('deciding'))
  w.paragraph(w.word('decidingHow'))
  sentences(
    w,
    mechanisms.filter((one) => one.when === 'review'),
  )
  w.paragraph(w.word('everyMonth'))
  sentences(
    w,
    mechanisms.filter((one) => one.when === 'monthly'),
  )
  w.heading(3, w.word('learning'))
  w.paragraph(w.word('learningHow'))
  columnTable(
    w,
    columns.filter(({ about }) => LEARNING.test(about)),
  )
  w.heading(3, w.word('sensing'))
  w.paragraph(w.word('sensingHow'))
  const reviewers = new Set(mechanisms.filter((one) => one.when === 'review').map(({ id }) => id))
  columnTable(
    w,
    columns.filter(({ name, readBy }) => !name.startsWith('household.') && readBy.some((id) => reviewers.has(id))),
  )
  w.heading(3, w.word('prediction'))
  w.paragraph(w.word('predictionHow'))
  w.list(columns.filter(({ about }) => PREDICTION.test(about)).map(({ name }) => code(name)))
  writeInteraction(w, description)
  w.heading(3, w.word('collectives'))
  w.paragraph(w.word('collectivesHow'))
  const collective = entities.filter(({ name }) => !['household', 'sum', 'district'].includes(name))
  w.list(collective.map(({ name, about }) => `${code(name)}: ${w.english(about)}`))
  w.heading(3, w.word('heterogeneity'))
  w.paragraph(w.word('heterogeneityHow'))
  w.list(columns.filter(({ fixed }) => fixed).map(({ name, about }) => `${code(name)}: ${w.english(about)}`))
  w.heading(3, w.word('stochasticity'))
  w.paragraph(w.word('stochasticityHow'))
  w.table(
    ['name', 'usedBy'],
    description.streams.map(({ name, usedBy }) => [code(name), usedBy.join(', ') || w.word('unused')]),
  )
  writeObservation(w, of, description)
}

function sentences(w: Writer, mechanisms: readonly MechanismDescription[]): void {
  w.list(mechanisms.map(({ id, says }) => `${code(id)}: ${w.english(says)}`))
}

function columnTable(w: Writer, columns: readonly ColumnDescription[]): void {
  w.table(
    ['name', 'unit', 'meaning', 'writtenBy'],
    columns.map(({ name, unit, about, writtenBy }) => [code(name), unit, w.english(about), writtenBy.join(', ')]),
  )
}

function writeBackground(w: Writer, { model }: Described, { mechanisms, parameters }: Description): void {
  w.heading(3, w.word('background'))
  const judged = mechanisms.filter(({ claims }) => claims === 'judgement')
  const cited = mechanisms.flatMap(({ claims }) => (claims === 'judgement' ? [] : claims))
  const read = parameters.filter(({ readBy }) => readBy.length > 0)
  w.paragraph(
    w.word('grounds', {
      claimed: mechanisms.length - judged.length,
      judged: judged.filter(({ bookkeeping }) => !bookkeeping).length,
      claims: new Set(cited.map(({ claim }) => claim)).size,
      parameters: read.length,
      sourced: read.filter(({ claims }) => claims[0] !== 'judgement').length,
    }),
  )
  w.paragraph(w.word('rivals'))
  w.table(
    ['name', 'question', 'options', 'meaning', 'readBy'],
    Object.entries(model.switches).map(([name, choice]) => [
      code(name),
      choice[w.language],
      choice.options.map((option) => (option === choice.default ? `**${code(option)}**` : code(option))).join(', '),
      w.english(choice.about),
      mechanisms
        .filter((one) => one.switches.includes(name))
        .map(({ id }) => id)
        .join(', '),
    ]),
  )
}

function writeInteraction(w: Writer, { mechanisms }: Description): void {
  w.heading(3, w.word('interaction'))
  w.paragraph(w.word('interactionHow'))
  const adding = mechanisms.filter((one) => one.reads.some((name) => name.startsWith('sum.')))
  w.paragraph(codes(adding.map(({ id }) => id)))
  w.paragraph(`${w.word('neighbours')} ${codes(mechanisms.filter((one) => one.neighbours).map(({ id }) => id))}`)
  const edges = influences(mechanisms)
  const { pairs, triples, circles } = loopsOf(
    mechanisms.map(({ id }) => id),
    edges,
  )
  w.paragraph(
    w.word('feedback', {
      edges: edges.filter(({ from, to }) => from !== to).length,
      pairs: pairs.length,
      triples: triples.length,
      circle: Math.max(0, ...circles.map((circle) => circle.length)),
      all: mechanisms.length,
    }),
  )
}

function writeObservation(w: Writer, { model }: Described, { mechanisms }: Description): void {
  w.heading(3, w.word('observation'))
  const outcomes: Readonly<Record<string, Outcome>> = model.outcomes
  w.table(
    ['name', 'unit', 'meaning', 'ofYear', 'shown'],
    Object.entries(outcomes).map(([name, outcome]) => [
      code(name),
      outcome.unit,
      `${outcome[w.language]}: ${outcome.about[w.language]}`,
      code(outcome.year),
      `${code(outcome.places)} (${code(outcome.scope)})`,
    ]),
  )
  const read = new Set(mechanisms.flatMap(({ reads }) => reads))
  const observers = mechanisms.filter(({ writes }) => writes.length > 0 && writes.every((name) => !read.has(name)))
  w.paragraph(`${w.word('observers')} ${codes(observers.map(({ id }) => id))}`)
}
