import { type NewSource, type Observation, slug } from './entries.ts'
import { ACLED, UCDP } from './read-events.ts'

/** What is known of the two collections of events; of anything else a user must say it in evidence/sources.csv. */
const COLLECTIONS: Readonly<Record<string, Pick<NewSource, 'id' | 'producer' | 'reliability' | 'independence'>>> = {
  [ACLED.title]: {
    id: 'acled',
    producer: 'ACLED',
    reliability:
      'Events coded from press and partners; deaths are as reported, often round or missing; coverage of Peru begins in 2018.',
    independence: 'Coded from the same press reports that other sources on attacks use.',
  },
  [UCDP.title]: {
    id: 'ucdp-ged',
    producer: 'Uppsala Conflict Data Program',
    reliability:
      'Only events with a death, of conflicts above a yearly threshold; three estimates of deaths, the best one cautious.',
    independence: 'Coded from the same press reports that other sources on attacks use.',
  },
}
const UNJUDGED = {
  producer: 'not stated',
  reliability: 'Imported by a user; not judged yet.',
  independence: 'Not judged yet whether it repeats another source.',
}

/** The sources that the observations name and the ledger does not list, with an id of their own. */
export function newSources(observations: readonly Observation[], titles: ReadonlyMap<string, string>): NewSource[] {
  const listed = new Set(titles.values())
  const ids = new Set(titles.keys())
  const found = new Map<string, NewSource>()
  for (const { title, url } of observations) {
    if (listed.has(title) || found.has(title)) continue
    const known = { ...UNJUDGED, id: idOf(title), ...(Object.hasOwn(COLLECTIONS, title) ? COLLECTIONS[title] : {}) }
    let id = known.id
    for (let number = 2; ids.has(id); number++) id = `${known.id}-${number}`
    ids.add(id)
    found.set(title, { ...known, id, title, url, kind: 'data repository' })
  }
  return [...found.values()]
}

/** Ids of sources begin with a letter, unless they are the number of a document. */
function idOf(title: string): string {
  const id = slug(title)
  return /^[a-z]/.test(id) ? id : `s-${id}`
}
