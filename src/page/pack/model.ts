// The model's description for the page, from the code: rules as MathML, who reads what, priors, patterns.
import type { DataPackage } from '../../evidence/package.ts'
import type { DrawList } from '../../lab/draws.ts'
import type { Miss, Validated } from '../../lab/misses.ts'
import type { Pattern } from '../../lab/patterns/schema.ts'
import { yearsOf } from '../../lab/patterns/schema.ts'
import type { Identification } from '../../lab/rests/known.ts'
import { parts } from '../../report/clauses.ts'
import { describe } from '../../report/description/describe.ts'
import type { Described, Description, MechanismDescription } from '../../report/description/description.ts'
import { HEADINGS } from '../../report/description/headings.ts'
import { mapOf } from '../../report/description/map.ts'
import { readByOutcomes } from '../../report/description/outcome-reads.ts'
import { labelOf } from '../../report/format.ts'
import type { Words } from '../../report/input.ts'
import { mechanismWords } from '../../report/mechanism-names.ts'
import type { model } from '../../system/model.ts'
import { outcomeSubjects } from '../../system/outcome-subjects.ts'
import type { OutcomeName } from '../../system/outcomes.ts'
import { formula } from '../works/formula.ts'
import type { PackedFacts, PackedMechanism, PackedModel, PackedParameter, PackedPattern } from '../works/packed.ts'
import { SPOKEN } from '../works/spanish.ts'
import { drawnOf, priorHeights } from './densities.ts'

export interface ModelParts {
  readonly of: Described & { readonly model: typeof model }
  readonly patterns: readonly Pattern[]
  /** The list that the page runs. */
  readonly draws: DrawList
  readonly validated: Validated | undefined
  readonly misses: readonly Miss[]
  readonly identification: Identification | undefined
  readonly facts: PackedFacts
}

export function packModel({ of, patterns, draws, validated, misses, identification, facts }: ModelParts): PackedModel {
  const description = describe(of)
  const map = mapOf(of, description)
  const madeBy = outcomeMakers(of, description)
  const rules = new Map(of.model.mechanisms.flatMap((one) => (one.kind === 'rule' ? [[one.id, one.rule]] : [])))
  const packed = patterns.map((pattern) => patternOf(pattern, validated, misses, description, madeBy))
  return {
    mechanisms: description.mechanisms.map((one) => mechanismOf(one, packed, rules)),
    edges: map.mechanisms.edges,
    quantities: [
      ...description.entities.flatMap(({ columns }) =>
        columns.map(({ name, unit, about }) => ({ id: name, unit, about: english(about) })),
      ),
      ...description.input.world.map(({ name, about }) => ({ id: name, unit: '', about: english(about) })),
    ],
    parameters: parametersOf(of.pack, description, draws, identification),
    patterns: packed,
    levers: Object.entries(of.model.levers).map(([id, { group, en, es, about, fields }]) => ({
      id,
      group,
      name: { en, es },
      about,
      readBy: description.mechanisms.filter(({ reads }) => reads.includes(`lever.${id}`)).map((one) => one.id),
      fields: Object.entries(fields).map(([name, field]) => ({
        name,
        unit: field.unit,
        low: field.low,
        high: field.high,
        said: { en: field.en, es: field.es },
      })),
    })),
    outcomes: Object.entries(of.model.outcomes).map(([id, { about }]) => ({
      id,
      name: labelOf(id, parts),
      about,
      madeBy: madeBy.get(id) ?? [],
      said: (outcomeSubjects[id as OutcomeName] ?? []).flatMap((subject) => {
        const found = of.pack.ledger.subjects.get(subject)
        return found ? [{ id: subject, label: found.label }] : []
      }),
    })),
    switches: Object.entries(of.model.switches).map(([id, { en, es, about, options }]) => ({
      id,
      name: { en, es },
      about,
      options,
    })),
    stretches: description.schedule.stretches,
    scales: description.scales,
    facts,
  }
}

const english = (text: string): Words => ({ es: text, en: text })

function outcomeMakers(of: Described, { mechanisms }: Description): Map<string, string[]> {
  return new Map(
    Object.entries(readByOutcomes(of.model)).map(([name, columns]) => [
      name,
      mechanisms.filter(({ writes }) => writes.some((column) => columns.includes(column))).map(({ id }) => id),
    ]),
  )
}

function mechanismOf(
  one: MechanismDescription,
  patterns: readonly PackedPattern[],
  rules: ReadonlyMap<string, string>,
): PackedMechanism {
  const spoken = SPOKEN[one.id]
  return {
    id: one.id,
    room: one.file.split('/').at(-2) ?? '',
    name: mechanismWords(one.id),
    says: { es: spoken?.says ?? one.says, en: one.says },
    ignores: { es: spoken?.ignores ?? one.ignores, en: one.ignores },
    about: one.about,
    who: HEADINGS[one.when ?? 'step'],
    file: one.file,
    ...(rules.has(one.id) && { rule: rules.get(one.id) ?? '' }),
    bookkeeping: one.bookkeeping,
    claims: one.claims === 'judgement' ? 0 : one.claims.length,
    formulas: one.equations.map(formula),
    where: one.functions.map(({ about, equations }) => ({ about, formulas: equations.map(formula) })),
    reads: one.reads,
    writes: one.writes,
    parameters: one.parameters,
    switches: one.switches,
    off: one.bookkeeping ? HEADINGS.bookkeeping : one.off === undefined ? HEADINGS.nothing : HEADINGS.standIn,
    patterns: patterns.filter(({ mechanisms }) => mechanisms.includes(one.id)).map(({ id }) => id),
  }
}

function parametersOf(
  pack: DataPackage,
  { parameters }: Description,
  draws: DrawList,
  identification: Identification | undefined,
): PackedParameter[] {
  const open = new Set(identification?.open.map(({ name }) => name))
  const fitted = new Set(draws.fitted?.unknowns)
  const toldOf = (name: string): PackedParameter['told'] =>
    draws.fitted === undefined
      ? 'not calibrated'
      : !fitted.has(name)
        ? 'not fitted'
        : open.has(name)
          ? 'open'
          : 'identified'
  const readers = new Map(parameters.map(({ name, readBy }) => [name, readBy]))
  return pack.parameters.map((one) => ({
    name: one.name,
    subsystem: one.subsystem,
    unit: one.unit,
    low: one.low,
    central: one.central,
    high: one.high,
    distribution: one.distribution,
    note: one.note,
    source: one.source,
    url: one.url,
    confidence: one.confidence,
    claims: one.claims[0] === 'judgement' ? 0 : one.claims.length,
    prior: priorHeights(one),
    ...drawnOf(one, draws),
    told: toldOf(one.name),
    readBy: (readers.get(one.name) ?? []).filter((id) => !id.includes('/')),
    readElsewhere: (readers.get(one.name) ?? []).some((id) => id.includes('/')),
  }))
}

function patternOf(
  pattern: Pattern,
  validated: Validated | undefined,
  misses: readonly Miss[],
  { mechanisms }: Description,
  madeBy: ReadonlyMap<string, readonly string[]>,
): PackedPattern {
  const { id, en, es, role, source, tests, claims } = pattern
  const outcomes = [...new Set(tests.flatMap(({ outcome }) => outcome))].map((name) => name.split('/')[0] ?? name)
  const cited = claims === 'judgement' ? [] : Object.keys(claims)
  const touching = mechanisms.filter(
    (one) =>
      outcomes.some((outcome) => madeBy.get(outcome)?.includes(one.id)) ||
      (one.claims !== 'judgement' && one.claims.some(({ claim }) => cited.includes(claim))),
  )
  const found = validated?.patterns.find((result) => result.id === id)
  const miss = misses.find((one) => one.pattern === id)
  const years = tests.flatMap(yearsOf)
  return {
    id,
    said: { en, es },
    role,
    source,
    outcomes,
    mechanisms: touching.map((one) => one.id),
    status: found?.status ?? 'not run',
    ...(found?.share === undefined ? {} : { share: found.share }),
    ...(miss?.reason === undefined ? {} : { reason: miss.reason, mechanism: miss.mechanism ?? '' }),
    from: Math.min(...years),
    to: Math.max(...years),
  }
}
