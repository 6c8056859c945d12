import { adviceFor } from '../checks.ts'
import type { Places } from '../places.ts'
import { nearest, type Problem, throwIfAny } from '../problem.ts'
import { CLAIM_FLAGS, CLAIM_KINDS, type Claim } from './claim.ts'
import type { Ledger } from './ledger.ts'

/** What claims are wanted; whatever is absent does not matter. */
export interface Filter {
  readonly subject?: string
  readonly topic?: string
  /** In any spelling. Only claims about exactly this place match, not those about its parts. */
  readonly place?: string
  /** First and last month, counted as in `Period`. Claims that share a month with the span match, undated ones do not. */
  readonly from?: number
  readonly to?: number
  /** Id or title. */
  readonly source?: string
  readonly kind?: string
  readonly flag?: string
}

/**
 * The claims that match, in their order. `claims` are some or all of the ledger's. Throws an InputError with every filter value
 * that names nothing, with a similar name where there is one. `command`: the command whose options the filters are, for the
 * problems (`vraem evidence list`).
 */
export function select(
  ledger: Pick<Ledger, 'sources' | 'subjects' | 'topics'>,
  claims: Iterable<Claim>,
  filter: Filter,
  places: Places,
  command?: string,
): Claim[] {
  const { subject, topic, place, from, to, kind, flag } = filter
  throwIfAny(filterProblems(ledger, filter, places).map((problem) => asked(problem, command)))
  const placeId = place === undefined ? undefined : places.find(place)?.id
  const source = filter.source === undefined ? undefined : sourceNamed(ledger, filter.source)
  const dated = from !== undefined || to !== undefined
  return [...claims].filter(
    (claim) =>
      (subject === undefined || claim.subject === subject) &&
      (topic === undefined || ledger.subjects.get(claim.subject)?.topic === topic) &&
      (placeId === undefined || claim.placeId === placeId) &&
      (source === undefined || claim.source === source) &&
      (kind === undefined || claim.kind === kind) &&
      (flag === undefined || claim.flags.some((one) => one === flag)) &&
      (!dated ||
        (claim.when !== undefined &&
          claim.when.from <= (to ?? Number.POSITIVE_INFINITY) &&
          claim.when.to >= (from ?? Number.NEGATIVE_INFINITY))),
  )
}

function sourceNamed({ sources }: Pick<Ledger, 'sources'>, text: string): string | undefined {
  return sources.has(text) ? text : [...sources.values()].find(({ title }) => title === text)?.id
}

/** Filter values that name nothing. */
function filterProblems(
  ledger: Pick<Ledger, 'sources' | 'subjects' | 'topics'>,
  { subject, topic, place, source, kind, flag }: Filter,
  places: Places,
): Problem[] {
  const { sources, subjects, topics } = ledger
  return [
    ...unknown('subject', subject, [...subjects.keys()], 'a subject of evidence/subjects.csv'),
    ...unknown('topic', topic, [...topics.keys()], `one of ${[...topics.keys()].join(', ')}`),
    ...unknown('kind', kind, CLAIM_KINDS, `one of ${CLAIM_KINDS.join(', ')}`),
    ...unknown('flag', flag, CLAIM_FLAGS, `one of ${CLAIM_FLAGS.join(', ')}`),
    ...(source === undefined || sourceNamed(ledger, source) !== undefined
      ? []
      : unknown('source', source, [...sources.keys()], 'the id or title of a source of evidence/sources.csv')),
    ...(place === undefined ? [] : placeProblems(place, places)),
  ]
}

/** A place that is unknown, or a name that several districts have. */
function placeProblems(place: string, places: Places): Problem[] {
  const meant = places.meant(place)
  if (meant.length === 1) return []
  if (meant.length === 0) {
    const expected = 'a district, VRAEM, Peru or a place of geo/places.csv'
    return [{ ...fault('place', place), expected, todo: adviceFor(place, places) }]
  }
  return [
    {
      ...fault('place', place),
      what: `${meant.length} districts are called "${place}"`,
      expected: `one of ${meant.map(({ name }) => `"${name}"`).join(', ')}`,
      todo: 'write one of them in full',
    },
  ]
}

/** The problem of a filter as one of the option of a command. */
function asked(problem: Problem, command: string | undefined): Problem {
  return command === undefined ? problem : { ...problem, file: command, field: `--${problem.field}` }
}

function unknown(field: string, value: string | undefined, known: readonly string[], expected: string): Problem[] {
  if (value === undefined || known.includes(value)) return []
  const near = nearest(value, known)
  return [
    {
      ...fault(field, value),
      expected,
      todo: near === undefined ? 'choose one of them' : `write "${near}" if that is meant`,
    },
  ]
}

const fault = (field: string, value: string) => ({
  code: 'filter',
  file: 'filter',
  field,
  what: `there is no ${field} "${value}"`,
})
