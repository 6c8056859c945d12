import { type Language, placeInWords } from './ledger/words.ts'
import type { Table } from './table.ts'

export type PlaceKind =
  | 'valley'
  | 'country'
  | 'world'
  | 'abroad'
  | 'department'
  | 'province'
  | 'zone'
  | 'group'
  | 'district'
  | 'outside district'
  | 'protected area'
  | 'weather station'
  | 'road link'
  | 'town'

/** Something a row can be about. */
export interface Place {
  /** The ubigeo of a district (inside or outside the valley), otherwise the name all spellings share. */
  readonly id: string
  readonly kind: PlaceKind
  /** Name to show: "Ayna, La Mar, Ayacucho", "VRAEM". */
  readonly name: string
  /** Districts it consists of, where that is known exactly; empty otherwise. */
  readonly ubigeos: readonly string[]
}

/** Finds the place behind a spelling. */
export class Places {
  readonly all: readonly Place[]
  readonly #byId: ReadonlyMap<string, Place>
  readonly #byKey = new Map<string, Place>()
  /** Districts by their name alone and by name and province, as a person may ask for them. */
  readonly #byShortKey = new Map<string, Place[]>()
  /** Provinces as geo/districts.csv writes them, with accents. */
  readonly #provinces = new Map<string, string>()
  /** Spellings already understood: thousands of rows share a few. */
  readonly #resolved = new Map<string, Place>()

  /** From the tables geo/districts.csv and geo/places.csv. */
  constructor(districts: Table | undefined, others: Table | undefined) {
    const all = new Map<string, Place>()
    const keep = (place: Place, ...spellings: string[]) => {
      const kept = all.get(place.id) ?? place
      all.set(place.id, kept)
      for (const spelling of spellings) this.#byKey.set(placeKey(spelling), kept)
    }
    const pairs = new Map<string, string[]>()
    for (const { values } of districts?.rows ?? []) {
      const [ubigeo, district, province, department] = ['ubigeo', 'district', 'province', 'department'].map((k) =>
        String(values[k] ?? ''),
      ) as [string, string, string, string]
      const name = `${district}, ${province}, ${department}`
      keep({ id: ubigeo, kind: 'district', name, ubigeos: [ubigeo] }, ubigeo, name)
      const pair = placeKey(`${district}, ${department}`)
      pairs.set(pair, [...(pairs.get(pair) ?? []), ubigeo])
      for (const part of [province, department]) this.#provinces.set(placeKey(part), part)
    }
    for (const { values } of others?.rows ?? []) {
      const kind = String(values.kind ?? '') as PlaceKind
      const name = String(values.name ?? '')
      const ubigeos = String(values.ubigeo ?? '')
        .split(' ')
        .filter(Boolean)
      const one = kind === 'district' || kind === 'outside district' ? ubigeos[0] : undefined
      keep({ id: one ?? name, kind, name, ubigeos }, String(values.place ?? ''), ...(one ? [one] : [name]))
    }
    // "District, Department" without the province, where only one district has that name and no place is called so.
    for (const [pair, [ubigeo, ...more]] of pairs) {
      const place = ubigeo === undefined ? undefined : all.get(ubigeo)
      if (place && more.length === 0 && !this.#byKey.has(pair)) this.#byKey.set(pair, place)
    }
    this.all = [...all.values()]
    this.#byId = all
    for (const place of this.all) {
      const [district, province] = partsOf(place)
      if (district === undefined) continue
      for (const short of [district, `${district}, ${province}`]) {
        const key = placeKey(short)
        this.#byShortKey.set(key, [...(this.#byShortKey.get(key) ?? []), place])
      }
    }
  }

  byId(id: string): Place | undefined {
    return this.#byId.get(id)
  }

  /**
   * The name of a place as a reader knows it: `Pichari (La Convención)` for 080910, `Huanta province` or `provincia de Huanta`,
   * `VRAEM`; what is no id of a place is returned as it is.
   */
  nameOf(id: string, language: Language): string {
    const place = this.#byId.get(id)
    if (place === undefined) return placeInWords(id, language)
    const [district, province] = partsOf(place)
    if (district !== undefined && province !== undefined)
      return `${this.#written(district)} (${this.#written(province)})`
    if (place.kind === 'province') {
      const name = this.#written(place.name.split('/').at(-1) ?? '')
      return language === 'es' ? `provincia de ${name}` : `${name} province`
    }
    if (place.kind === 'department' && language === 'es')
      return `departamento de ${this.#written(place.name.replace(' (department)', ''))}`
    // `LA CONVENCION (VRAEM districts)`: a part of a province.
    const name = place.name.replace(/^[^(]+(?= \()/, (head) => this.#provinces.get(placeKey(head)) ?? head)
    return placeInWords(name, language)
  }

  /** A name in capitals as it is written in a sentence: `LA CONVENCION` becomes `La Convención`. */
  #written(name: string): string {
    const known = this.#provinces.get(placeKey(name))
    if (known !== undefined) return known
    if (name !== name.toUpperCase()) return name
    return name
      .toLowerCase()
      .replace(/(?<!\p{L})(?!(?:de|del|la|las|los|el|y)\s)\p{L}|^\p{L}/gu, (c) => c.toUpperCase())
  }

  /**
   * The place a text means, or undefined. Understood: a ubigeo; `District, Province, Department`;
   * `DEPARTMENT/PROVINCE/DISTRICT`; `District, Department` if unambiguous; every name in geo/places.csv. Case, accents,
   * dashes and spacing do not matter.
   */
  resolve(text: string): Place | undefined {
    const earlier = this.#resolved.get(text)
    if (earlier) return earlier
    const place = this.#byKey.get(placeKey(text))
    if (place) this.#resolved.set(text, place)
    return place
  }

  /**
   * The places that a person may mean: what `resolve` understands, else the districts of that name (`Ayna`) or of that name and
   * province (`Ayna, La Mar`). Several where the name is not enough, none where it is unknown. For questions only: a row of data
   * names its place in full.
   */
  meant(text: string): readonly Place[] {
    const exact = this.resolve(text)
    return exact === undefined ? (this.#byShortKey.get(placeKey(text)) ?? []) : [exact]
  }

  /** The one place that a person means, in any spelling, as `meant`; undefined where there is none or a choice. */
  find(text: string): Place | undefined {
    const [place, ...more] = this.meant(text)
    return more.length === 0 ? place : undefined
  }
}

/** District, province and department of a district's name, in whichever order it is written; nothing for other places. */
function partsOf({ kind, name }: Place): readonly string[] {
  if (kind !== 'district' && kind !== 'outside district') return []
  const parts = name.includes(',') ? name.split(',') : name.split('/').reverse()
  return parts.length === 3 ? parts.map((part) => part.trim()) : []
}

/** The form in which spellings are compared: small letters and digits without accents, parts in the order of the comma form. */
export function placeKey(text: string): string {
  const repaired = text
    .trim()
    .replace(/Ã([\u0080-\u00bf])/g, (_, c: string) => String.fromCharCode(0xc0 | (c.charCodeAt(0) & 0x3f)))
  const parts = repaired.split('/')
  const ordered = parts.length === 3 && !repaired.includes(',') ? parts.reverse().join(',') : repaired
  return ordered
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
