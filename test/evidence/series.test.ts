import { describe, expect, test } from 'vitest'
import { loadPackage } from '../../src/evidence/package.ts'
import { seriesNames, seriesOf } from '../../src/evidence/series.ts'
import { shippedFiles } from './files.ts'

const pack = loadPackage(shippedFiles())
const idOf = (text: string) => pack.places.resolve(text)?.id

describe('places', () => {
  test.each([
    ['Ayna, La Mar, Ayacucho', '050503'],
    ['AYACUCHO/LA MAR/AYNA', '050503'],
    ['ayna,la mar,ayacucho', '050503'],
    ['050503', '050503'],
    ['Ayna, Ayacucho', '050503'],
    ['Anco, La Mar, Ayacucho', '050502'],
    ['Anco, Churcampa, Huancavelica', '090502'],
    ['VIZCATÁN DEL ENE, Satipo, JUNÍN', '120609'],
    ['Vizcatan Del Ene, Satipo, Junin', '120609'],
    ['Quimbiri, La Convencion, Cusco', '080907'],
    ['VRAEM (Samugari)', '050509'],
    ['VRAE', 'VRAEM'],
    ['Peru', 'Peru'],
    ['Perú', 'Peru'],
    ['San Gaban', 'San Gaban'],
    ['San Gabán', 'San Gaban'],
    ['Pichis–Palcazú–Pachitea', 'Pichis-Palcazu-Pachitea'],
    ['Junin', 'Junin (department)'],
    ['HUANUCO/MARAÃ\u0091ON/CHOLON', '100702'],
    ['AMAZONAS/CHACHAPOYAS/BALSAS', '010103'],
  ])('%s is %s', (text, id) => {
    expect(idOf(text)).toBe(id)
  })

  test.each(['', 'Anco', 'Atlantis', '999999', 'Ayna, La Mar, Cusco', 'La Mar, Ayna, Ayacucho'])(
    '"%s" is nowhere',
    (text) => {
      expect(idOf(text)).toBeUndefined()
    },
  )

  test.each([
    ['Ayna', '050503'],
    ['ayna, la mar', '050503'],
    ['Sivia', '050407'],
    ['LLOCHEGUA', '050408'],
    ['San Miguel', '050501'],
    ['Yanatile', '080408'],
    ['Anco, La Mar', '050502'],
    ['Huanta', 'AYACUCHO/HUANTA'],
    ['Pichari', '080910'],
  ])('who asks for %s means %s', (text, id) => {
    expect(pack.places.find(text)?.id).toBe(id)
    expect(pack.places.meant(text)).toHaveLength(1)
  })

  test('a name that is not enough is a choice', () => {
    expect(pack.places.find('Anco')).toBeUndefined()
    expect(pack.places.meant('Anco').map(({ id }) => id)).toEqual(['050502', '090502'])
    expect(pack.places.meant('Atlantis')).toEqual([])
    // Rows of data still name their place in full.
    expect(idOf('Ayna')).toBeUndefined()
  })

  test.each([
    ['080910', 'Pichari (La Convención)', 'Pichari (La Convención)'],
    ['120608', 'Río Tambo (Satipo)', 'Río Tambo (Satipo)'],
    ['080408', 'Yanatile (Calca)', 'Yanatile (Calca)'],
    ['170102', 'Inambari (Tambopata)', 'Inambari (Tambopata)'],
    ['CUSCO/LA CONVENCION', 'La Convención province', 'provincia de La Convención'],
    ['MADRE DE DIOS/MANU', 'Manu province', 'provincia de Manu'],
    ['Junin (department)', 'Junín (department)', 'departamento de Junín'],
    ['LA CONVENCION (VRAEM districts)', 'La Convención (VRAEM districts)', 'La Convención (VRAEM districts)'],
    ['VRAEM', 'VRAEM', 'VRAEM'],
    ['Peru', 'Peru', 'Perú'],
    ['Atlantis', 'Atlantis', 'Atlantis'],
  ])('%s is called %s', (id, en, es) => {
    expect([pack.places.nameOf(id, 'en'), pack.places.nameOf(id, 'es')]).toEqual([en, es])
  })

  test('no place is shown as a code or in capitals', () => {
    for (const { id } of pack.places.all)
      expect(pack.places.nameOf(id, 'en'), id).not.toMatch(/\d{6}|^[A-ZÑ ]+\/|\p{Lu}{2}.*\p{Lu}{3} \(/u)
    expect(pack.places.byId('080910')?.kind).toBe('district')
    expect(pack.places.byId('Pichari')).toBeUndefined()
  })

  test('every district is found by all its spellings', () => {
    const districts = pack.tables.get('geo-districts')?.rows ?? []
    for (const { values } of districts) {
      const { ubigeo, district, province, department } = values
      expect(idOf(`${district}, ${province}, ${department}`)).toBe(ubigeo)
      expect(idOf(`${department}/${province}/${district}`.toUpperCase())).toBe(ubigeo)
      expect(idOf(`${district}, ${province}, ${department}`.normalize('NFD'))).toBe(ubigeo)
    }
  })

  test('the valley is the 24 districts of the coca zone', () => {
    expect(pack.places.resolve('VRAEM')?.ubigeos).toHaveLength(24)
  })

  test('the zones outside are found by the names of geo/outside_zones.csv', () => {
    const zones = (pack.tables.get('geo-outside_zones')?.rows ?? []).filter((row) => row.values.kind === 'zone')
    expect(zones).toHaveLength(14)
    for (const { values } of zones)
      expect(pack.places.resolve(String(values.name))?.kind, String(values.name)).toBe('zone')
  })
})

describe('series', () => {
  test('the valley area by year, with its sources', () => {
    const points = seriesOf(pack, { series: 'coca_area_devida', place: 'vraem', from: 2018, to: 2020 })
    expect(points.map((point) => [point.year, point.value])).toContainEqual([2020, 27994])
    for (const point of points) {
      expect(point).toMatchObject({ unit: 'ha', placeId: 'VRAEM' })
      expect(point.url).toMatch(/^https?:/)
    }
    expect(points.map((point) => point.year)).toEqual(points.map((point) => point.year).sort())
  })

  test('a district series in another spelling gives the same points', () => {
    const one = seriesOf(pack, { series: 'coca_area_district', place: 'AYACUCHO/LA MAR/AYNA' })
    const other = seriesOf(pack, { series: 'coca_area_district', place: 'Ayna, La Mar, Ayacucho' })
    expect(one.length).toBeGreaterThan(4)
    expect(other).toEqual(one)
    expect(one.every((point) => point.year <= 2018)).toBe(true)
  })

  test('contradicting rows stay apart', () => {
    const rows = seriesOf(pack, { series: 'coca_area_devida', place: 'Bajo Amazonas', from: 2020, to: 2020 })
    expect(rows.map((point) => point.value).sort()).toEqual([4247, 4318])
  })

  test('confidence narrows, unknown names give nothing', () => {
    const all = seriesOf(pack, { series: 'coca_area_unodc' })
    const sure = seriesOf(pack, { series: 'coca_area_unodc', confidence: ['high'] })
    expect(sure.length).toBeGreaterThan(0)
    expect(sure.length).toBeLessThan(all.length)
    expect(seriesOf(pack, { series: 'no_such_series' })).toEqual([])
    expect(seriesOf(pack, { series: 'coca_area_unodc', place: 'Atlantis' })).toEqual([])
  })

  test('the list of series counts every row once', () => {
    const names = seriesNames(pack)
    expect(names.reduce((sum, { rows }) => sum + rows, 0)).toBe(pack.observations.length)
    expect(names.find(({ series }) => series === 'coca_area_district')).toMatchObject({ units: ['ha'] })
  })
})
