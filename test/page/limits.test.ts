import { describe, expect, test } from 'vitest'
import type { Known } from '../../src/page/map/limits/match.ts'
import { type Answer, readLimits } from '../../src/page/map/limits/read.ts'
import { simplified } from '../../src/page/map/limits/simplify.ts'

const district = (ubigeo: string, name: string, province: string, lon: number, lat: number): Known => ({
  ...{ ubigeo, name, province, lon, lat },
})
const DISTRICTS = [
  district('050408', 'Llochegua', 'Huanta', -73.9, -12.4),
  district('120606', 'Río Tambo', 'Satipo', -74, -11.2),
  district('050501', 'San Miguel', 'La Mar', -73.98, -13),
]
type Ring = number[][]
const square = (x: number, y: number, side = 0.2): Ring => [
  ...[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]],
] // biome-ignore format: corners of a square
const area = (properties: object, ring: Ring = square(-74, -12.5)) => ({
  ...{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } },
})
const file = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const read = (text: string): Answer => readLimits(text, DISTRICTS)
const codeOf = (text: string): string => {
  const answer = read(text)
  return 'fault' in answer ? answer.fault.code : 'none'
}
const found = (...features: unknown[]): string[] => {
  const answer = read(file(...features))
  return 'limits' in answer ? answer.limits.shapes.map(({ ubigeo }) => ubigeo) : []
}

describe('a file of limits', () => {
  test.each([
    [{ UBIGEO: '050408' }],
    [{ IDDIST: 50408 }],
    [{ ADM3_PCODE: 'PE050408' }],
    [{ DISTRITO: 'LLOCHEGUA', PROVINCIA: 'HUANTA' }],
    [{ NAME_3: 'Llochegua', NAME_2: 'Huanta' }],
    [{ shapeName: 'Llochegua' }],
  ])('is matched by %o', (properties) => {
    expect(found(area(properties))).toEqual(['050408'])
  })

  test('a name alone is believed only where the district is', () => {
    expect(found(area({ shapeName: 'San Miguel' }, square(-74, -13)))).toEqual(['050501'])
    expect(found(area({ shapeName: 'San Miguel' }, square(-77, -12)))).toEqual([])
    expect(found(area({ DISTRITO: 'San Miguel', PROVINCIA: 'Lima' }, square(-74, -13)))).toEqual([])
  })

  test('says which districts it lacks and how many areas are none of them', () => {
    const answer = read(file(area({ UBIGEO: '050408' }), area({ UBIGEO: '150101' }, square(-77, -12))))
    expect(answer).toMatchObject({ limits: { missing: ['120606', '050501'], others: 1, read: 5 } })
  })

  test.each([
    ['empty', '  '],
    ['json', '{"type": "FeatureCollection", "features": ['],
    ['format', 'PK\u0003\u0004 shapefile'],
    ['format', '<?xml version="1.0"?><kml/>'],
    ['topology', JSON.stringify({ type: 'Topology', objects: {}, arcs: [] })],
    ['map', '[1, 2, 3]'],
    ['map', '{"name": "package"}'],
    ['areas', file({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [-74, -12] } })],
    ['not_degrees', file(area({ UBIGEO: '050408' }, square(623_000, 8_628_000, 9000)))],
    ['swapped', file(area({ UBIGEO: '050408' }, square(-12.5, -74)))],
    ['elsewhere', file(area({ UBIGEO: '050408' }, square(2.3, 48.8)))],
    ['bad_numbers', file(area({ UBIGEO: '050408' }, [...square(-74, -12.5), [null, 'x'] as never]))],
    ['no_match', file(area({ UBIGEO: '150101', nombre: 'Lima' }))],
  ])('is refused as %s', (code, text) => {
    expect(codeOf(text)).toBe(code)
  })

  test('odd features do no harm', () => {
    expect(found(null, 7, { type: 'Feature' }, { geometry: { type: 'Polygon' } }, area({ UBIGEO: '120606' }))).toEqual([
      '120606',
    ])
  })
})

describe('a million points', () => {
  test('become few, near where they were, and still closed', () => {
    const points = 500_000
    const circle = (x: number): Ring =>
      Array.from({ length: points + 1 }, (_, k) => {
        const angle = (2 * Math.PI * (k % points)) / points
        return [x + 0.5 * Math.cos(angle), -12 + 0.5 * Math.sin(angle)]
      })
    const [one] = simplified([
      { ubigeo: 'a', rings: [circle(-74)] },
      { ubigeo: 'b', rings: [circle(-73)] },
    ])
    const ring = one?.rings[0] ?? []
    expect(ring.length).toBeGreaterThan(30)
    expect(ring.length).toBeLessThan(1000)
    expect(ring[0]).toEqual(ring.at(-1))
    for (const [x, y] of ring) expect(Math.hypot(x + 74, y + 12)).toBeCloseTo(0.5, 2)
  })

  test('are drawn coarser until all together are few enough, islands too small to be seen left out', () => {
    const ragged = (x: number): Ring => {
      const edge = Array.from({ length: 4000 }, (_, k) => [x + k * 1e-4, -12 + (k % 2) * 0.004])
      return [...edge, [x + 0.4, -13], [x, -13], [x, -12]]
    }
    const [made] = simplified([{ ubigeo: 'a', rings: [ragged(-74), square(-70, -12, 1e-4)] }], 500)
    expect(made?.rings).toHaveLength(1)
    expect(made?.rings[0]?.length).toBeLessThan(500)
  })
})
