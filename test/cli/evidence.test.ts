import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { vraem } from './fake_io.ts'

// Reading the whole data package takes seconds on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const json = async (...argv: string[]) => {
  const { code, out, err } = await vraem(['evidence', ...argv, '--json'])
  expect(err).toBe('')
  expect(code).toBe(0)
  return JSON.parse(out)
}

describe('evidence list', () => {
  it('answers with the fields that programs rely on', async () => {
    const { claims } = await json('list')
    expect(claims.length).toBeGreaterThan(900)
    const fields = 'id source locator kind subject place period low value high unit attributed_to paraphrase'.split(' ')
    for (const field of [...fields, 'contradictions', 'parameters', 'observations'])
      expect(claims[0]).toHaveProperty(field)
    const five = new Set(claims.map((claim: { source: string }) => claim.source))
    for (const source of ['000', '001', '002', '003', '004']) expect(five).toContain(source)
  })

  it('narrows by subject, place in any spelling, period, source and kind', async () => {
    const { claims } = await json('list', '--subject', 'coca_area', '--place', 'vrae', '--period', '2000')
    expect(claims.map(({ id }: { id: string }) => id)).toContain('C0135')
    const { claims: said } = await json('list', '--source', '002', '--kind', 'quantity')
    expect(said.length).toBeGreaterThan(10)
    for (const { source, kind } of said) expect([source, kind]).toEqual(['002', 'quantity'])
  })

  it('has rows of series when they are asked for, and says so when they are not', async () => {
    const filter = ['list', '--subject', 'coca_area', '--place', 'VRAEM', '--period', '2014']
    const { claims } = await json(...filter, '--observations')
    expect(claims.some(({ kind }: { kind: string }) => kind === 'observation')).toBe(true)
    const { out } = await vraem(['evidence', ...filter, '--lang', 'en'])
    expect(out).toContain('add --observations')
  })

  it('suggests near names for filters that name nothing, all at once', async () => {
    const { code, out, err } = await vraem([
      'evidence',
      'list',
      '--subject',
      'coca_aera',
      '--place',
      'Kimbirri',
      '--source',
      '0000',
    ])
    expect([code, out]).toEqual([2, ''])
    expect(err.trim().split('\n')).toHaveLength(3)
    expect(err).toContain('coca_area')
  })
})

describe('evidence show', () => {
  it('gives the claim, its rivals, what it feeds and the quantity through time', async () => {
    const { out } = await vraem(['evidence', 'show', 'C0135', '--lang', 'en'])
    expect(out).toContain('11\u202F475 ha')
    expect(out).toContain('K18')
    expect(out).toContain('What it feeds')
    expect(out).toMatch(/2000 +[·●○├─┤<>]*◆/)
    expect(out).toMatch(/2014 .*●/)
    expect(out).toMatch(/2014 .*○ .*18\u202F845 · doubtful 60\u202F000/)
  })

  it('knows contradictions, and ids in any case', async () => {
    const { out, code } = await vraem(['evidence', 'show', 'k36', 'c135', '--lang', 'es'])
    expect(code).toBe(0)
    expect(out).toContain('Qué lo aclararía')
    expect(out).toContain('C0135')
  })

  it('names a similar id for one that is not there', async () => {
    const { code, err } = await vraem(['evidence', 'show', 'C01355', 'K999'])
    expect(code).toBe(2)
    expect(err.trim().split('\n')).toHaveLength(2)
  })
})

describe('evidence search', () => {
  it.each([
    ['erradicación 2019', 'C0400'],
    ['ERRADICACION 750', 'C0400'],
    ['750 hectares eradication', 'C0400'],
  ])('finds by "%s"', async (words, id) => {
    const { claims } = await json('search', words)
    expect(claims.slice(0, 8).map((claim: { id: string }) => claim.id)).toContain(id)
  })

  it('says which words stand nowhere, whatever their order', async () => {
    const { claims, ignored } = await json('search', 'zzqq', 'coca')
    expect([ignored, claims.length > 100]).toEqual([['zzqq'], true])
    expect((await json('search', 'coca zzqq')).claims).toEqual(claims)
    const { out } = await vraem(['evidence', 'search', 'zzqq', 'coca', '--lang', 'es'])
    expect(out).toMatch(/^No hay nada con «zzqq»; se muestran/)
  })

  it('refuses a search without words', async () => {
    for (const text of ['', '   ', '¿?', 'de la']) {
      const { code, out, err } = await vraem(['evidence', 'search', text])
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain('there is no word to search for')
    }
  })

  it('says so when nothing matches', async () => {
    const { out, code } = await vraem(['evidence', 'search', 'zzyzzyx', '--lang', 'en'])
    expect([out, code]).toEqual(['Nothing in the ledger matches.\n', 0])
  })
})

describe('evidence contradictions', () => {
  it('has the known groups with typed reasons, sides and claims', async () => {
    const { contradictions } = await json('contradictions')
    const ids = contradictions.map(({ id }: { id: string }) => id)
    for (let k = 1; k <= 45; k++) expect(ids).toContain(`K${k}`)
    for (const one of contradictions) {
      expect(one.sides.length, one.id).toBeGreaterThan(1)
      for (const side of one.sides) expect(side.claims.length, one.id).toBeGreaterThan(0)
      expect(one.why.es.length, one.id).toBeGreaterThan(40)
    }
  })

  it('finds more by comparing figures, none that is described already', async () => {
    const { found } = await json('contradictions', '--found', '--place', 'VRAEM')
    expect(found.length).toBeGreaterThan(0)
    for (const { coveredBy, sides } of found) expect([coveredBy, sides.length > 1]).toEqual([[], true])
  })
})

describe('evidence contradictions --found', () => {
  it('folds districts and years, the widest apart first, no more than asked for', async () => {
    const { found } = await json('contradictions', '--found', '--limit', '30')
    const apart = found.map((one: { apart: number }) => one.apart)
    expect(apart).toHaveLength(30)
    expect(apart).toEqual(apart.toSorted((a: number, b: number) => b - a))
    const { out } = await vraem(['evidence', 'contradictions', '--found', '--limit', '5', '--lang', 'en'])
    expect(out).toMatch(/\d+ places, \d+ years, up to \d+ % apart, between/)
    expect(out.match(/^K\d+ /gm)).toHaveLength(5)
  })
})

describe('evidence coverage and reconcile', () => {
  it('leaves no sentence open, no id dangling, no sourced parameter without a claim', async () => {
    const covered = await json('coverage')
    expect(covered.sentences.flatMap((one: { open: string[] }) => one.open)).toEqual([])
    expect([covered.dangling, covered.duplicates, covered.parameters.unlinked]).toEqual([0, 0, []])
    expect(covered.sentence_list.every((one: object) => !('text' in one))).toBe(true)
  })

  it('never averages, and keeps a national figure out of the range of the valley', async () => {
    const { places, leftOut } = await json('reconcile', 'coca_area', '--place', 'VRAEM', '--period', '2014')
    expect(places[0].all.high).toBeLessThan(30_000)
    expect(leftOut.map(({ claim }: { claim: string }) => claim)).toContain('C0465')
  })
})

describe('evidence check of a folder with planted faults', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vraem-ledger-'))
    cpSync('data', folder, { recursive: true })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('finds each', async () => {
    const file = join(folder, 'evidence', 'claims.csv')
    const lines = readFileSync(file, 'utf8').split('\n')
    const row = lines.find((line) => line.startsWith('C0135,')) ?? ''
    const planted = [
      row.replace('C0135', 'C9001').replace(',ha,', ',bushels of moonlight,'),
      row.replace('C0135', 'C9002').replace(',VRAEM,', ',Atlantis,'),
      row.replace('C0135', 'C9003').replace(',coca_area,', ',coca_aera,'),
      row.replace('C0135', 'C9004').replace(/,000,[^,]*,/, ',000,,'),
      row.replace('C0135', 'C9005').replace(',,11475,,', ',12000,11475,13000,'),
      row.replace('C0135', 'C9006'),
    ]
    writeFileSync(file, `${lines.join('\n').trimEnd()}\n${planted.join('\n')}\n`)
    const links = join(folder, 'evidence', 'links.csv')
    writeFileSync(
      links,
      `${readFileSync(links, 'utf8').trimEnd()}\nC9999,parameter,farm_size_mean,mean size of one farm\n`,
    )
    const { code, out } = await vraem(['evidence', 'check', folder, '--json'])
    expect(code).toBe(2)
    const { problems } = JSON.parse(out) as { problems: { line: number; what: string; todo: string }[] }
    const first = lines.join('\n').trimEnd().split('\n').length + 1
    const at = (k: number) => problems.filter(({ line }) => line === first + k).map(({ what }) => what)
    expect(at(0).join()).toContain('bushels')
    expect(at(1).join()).toContain('Atlantis')
    expect(at(2).join()).toContain('coca_aera')
    expect(at(3).join()).not.toBe('')
    expect(at(4).join()).toContain('12000')
    expect(at(5).join()).toContain('C0135')
    expect(problems.some(({ what }) => what.includes('C9999'))).toBe(true)
  })
})
