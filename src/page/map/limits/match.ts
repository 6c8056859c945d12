// Which district an area of somebody's file is: by code, by name and province, or by name and place.

/** A district as the page knows it. */
export interface Known {
  readonly ubigeo: string
  readonly name: string
  readonly province: string
  /** Middle of its schematic shape, degrees. */
  readonly lon: number
  readonly lat: number
}
export interface Match {
  readonly properties: Readonly<Record<string, unknown>>
  readonly rings: readonly (readonly (readonly number[])[])[]
}

/** Names of properties, without case and signs, in the order in which they are tried. */
const CODES = [
  'ubigeo',
  'iddist',
  'coddist',
  'codigo',
  'ubigeodist',
  'idubigeo',
  'adm3pcode',
  'inei',
  'cc3',
  'id',
  'code',
]
const NAMES = [
  'distrito',
  'nombdist',
  'nomdist',
  'nomdis',
  'district',
  'adm3es',
  'adm3name',
  'name3',
  'nombre',
  'shapename',
  'name',
]
const PROVINCES = ['provincia', 'nombprov', 'nomprov', 'nompro', 'province', 'adm2es', 'adm2name', 'name2']

/** A name alone is believed within this many degrees of where the district is. */
const NEAR = 0.5

const plain = (text: unknown): string =>
  String(text)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

export function matcherOf(districts: readonly Known[]): (area: Match) => string | undefined {
  const codes = new Set(districts.map(({ ubigeo }) => ubigeo))
  const full = new Map(districts.map(({ name, province, ubigeo }) => [`${plain(name)} ${plain(province)}`, ubigeo]))
  const alone = new Map<string, Known[]>()
  for (const one of districts) alone.set(plain(one.name), [...(alone.get(plain(one.name)) ?? []), one])
  return ({ properties, rings }) => {
    const told = new Map(Object.entries(properties).map(([key, value]) => [plain(key), value]))
    for (const key of CODES) {
      const code = codeOf(told.get(key))
      if (code !== undefined && codes.has(code)) return code
    }
    const names = NAMES.flatMap((key) => (typeof told.get(key) === 'string' ? [plain(told.get(key))] : []))
    const provinces = PROVINCES.flatMap((key) => (typeof told.get(key) === 'string' ? [plain(told.get(key))] : []))
    for (const name of names) {
      for (const province of provinces) {
        const ubigeo = full.get(`${name} ${province}`)
        if (ubigeo !== undefined) return ubigeo
      }
      if (provinces.length > 0) continue
      const near = (alone.get(name) ?? []).filter((one) => isNear(one, rings))
      if (near.length === 1) return near[0]?.ubigeo
    }
    return undefined
  }
}

/** `50409`, `"050409"` and `"PE050409"` are the same. */
function codeOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const digits = String(value).replace(/^PE/i, '').trim()
  return /^\d{5,6}$/.test(digits) ? digits.padStart(6, '0') : undefined
}

function isNear({ lon, lat }: Known, rings: Match['rings']): boolean {
  const points = rings[0] ?? []
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + Number(point[axis]), 0) / Math.max(1, points.length)
  return Math.abs(mean(0) - lon) < NEAR && Math.abs(mean(1) - lat) < NEAR
}
