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
  readonly #byKey = new Map<string, Place>()
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
