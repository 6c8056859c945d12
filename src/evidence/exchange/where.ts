import { type Place, type Places, placeKey } from '../places.ts'
import type { Findings } from './findings.ts'

/** The place of an event as exactly as it is kept; `outside` the laboratory's map. `unknown`: a finer name that no map knows. */
export type Located = { readonly place: Place; readonly district: boolean; readonly unknown?: string } | 'outside'

/** How exactly the place is known: to the district, the province, the department, or only to the country. */
export type Reach = 'district' | 'province' | 'department' | 'country'

export interface Names {
  readonly country: string
  readonly department: string
  readonly province: string
  readonly district: string
}

/** Departments of Peru. The laboratory maps those where coca is watched; events in the others are set aside, never guessed. */
const DEPARTMENTS = new Set(
  `amazonas|ancash|apurimac|arequipa|ayacucho|cajamarca|callao|cusco|cuzco|huancavelica|huanuco|ica|junin|la libertad|lambayeque|
  lima|lima province|lima region|loreto|madre de dios|moquegua|pasco|piura|puno|san martin|tacna|tumbes|ucayali`
    .split('|')
    .map((name) => name.trim()),
)

/** Names that are remembered at most. */
const MANY = 50_000

/** Finds the places of events; the same names are looked up once. */
export class Gazetteer {
  readonly #places: Places
  readonly #findings: Findings
  readonly #found = new Map<string, Located | undefined>()

  constructor(places: Places, findings: Findings) {
    this.#places = places
    this.#findings = findings
  }

  /**
   * The narrowest known place that the names allow, no narrower than `reach`. A district that the laboratory does not know
   * becomes its province, then its department. Undefined, with a problem, when the department is no department of Peru.
   */
  find(names: Names, reach: Reach, line: number, field: string): Located | undefined {
    const clean = {
      ...names,
      department: bare(names.department),
      province: bare(names.province),
      district: bare(names.district),
    }
    const key = `${reach}|${clean.country}|${clean.department}|${clean.province}|${clean.district}`
    if (!this.#found.has(key)) {
      if (this.#found.size > MANY) this.#found.clear()
      this.#found.set(key, this.#search(clean, reach))
    }
    const located = this.#found.get(key)
    if (located === undefined)
      this.#findings.problem({
        code: 'place',
        line,
        field,
        what: `"${names.department}" is no department of Peru`,
        expected: 'the name of a department',
        todo: 'correct the name',
      })
    return located
  }

  /** The province was asked for and is known: then no name is unknown. */
  #isProvince(reach: Reach, department: string, province: string): boolean {
    return reach === 'province' && this.#places.resolve(`${department}/${province}`)?.kind === 'province'
  }

  #search({ country, department, province, district }: Names, reach: Reach): Located | undefined {
    if (!/^per[uú]$/i.test(country.trim())) return 'outside'
    const peru = this.#places.resolve('Peru')
    if (reach === 'country' || department === '') return peru ? { place: peru, district: false } : 'outside'
    if (!DEPARTMENTS.has(placeKey(department))) return undefined
    const kept = placeKey(department) === 'cuzco' ? 'Cusco' : department
    const asked = reach === 'district' ? district : reach === 'province' ? province : ''
    const unknown = asked === '' || this.#isProvince(reach, kept, province) ? {} : { unknown: asked }
    if (reach === 'district' && district !== '') {
      const place = this.#places.resolve(`${district}, ${province}, ${kept}`)
      if (place?.kind === 'district' || place?.kind === 'outside district') return { place, district: true }
    }
    if (reach !== 'department' && province !== '') {
      const place = this.#places.resolve(`${kept}/${province}`)
      if (place?.kind === 'province') return { place, district: false, ...unknown }
    }
    const place = this.#places.resolve(`${kept} (department)`)
    return place?.kind === 'department' ? { place, district: false, ...unknown } : 'outside'
  }
}

/** `La Mar province` → `La Mar`. */
function bare(name: string): string {
  return name
    .replace(
      /\b(?:department|province|region|district|departamento|provincia|regi[oó]n|distrito)\b(?:\s+(?:de|of)\b)?/gi,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
}
