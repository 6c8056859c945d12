import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ledgerIndex, searchIndex } from '../../src/evidence/ledger/search.ts'
import { isStopWord } from '../../src/evidence/ledger/synonyms.ts'
import { stemOf, wordsOf } from '../../src/evidence/ledger/terms.ts'
import { loadPackage } from '../../src/evidence/package.ts'
import { shippedFiles } from './files.ts'
import { made, said } from './made.ts'

const claims = [
  said({ id: 'C0001', value: 35709, paraphrase: { en: 'Coca stood on 35,709 ha.', es: 'La coca ocupaba 35 709 ha.' } }),
  said({
    id: 'C0002',
    subject: 'eradicated_area',
    paraphrase: { en: 'Crews pulled up coca for the first time.', es: 'Primera erradicación de la zona.' },
  }),
  said({
    id: 'C0003',
    subject: 'leaf_price',
    place: 'Ayna, La Mar, Ayacucho',
    value: 2.925,
    unit: 'USD/kg',
    paraphrase: { en: 'Buyers paid more at the farm.', es: 'Los compradores pagaron más en chacra.' },
  }),
  said({
    id: 'C0004',
    subject: 'clash',
    period: '2021-05',
    paraphrase: { en: 'Sixteen died.', es: 'Murieron dieciséis.' },
  }),
  said({
    id: 'C0005',
    note: 'See C0001 as well',
    paraphrase: { en: 'Families grew it.', es: 'Lo cultivaban familias.' },
  }),
]
const index = searchIndex(claims, made(claims, { sources: [{ id: '000', title: 'A page of the Ministry' }] }))
const found = (text: string, limit?: number) =>
  index.search(text, limit === undefined ? {} : { limit }).map(({ claim }) => claim.id)

describe('search', () => {
  test.each<[string, string]>([
    ['erradicacion', 'C0002'],
    ['ERRADICACIÓN', 'C0002'],
    ['eradication', 'C0002'],
    ['erradic', 'C0002'],
    ['precio hoja', 'C0003'],
    ['leaf prices', 'C0003'],
    ['La Mar Ayacucho', 'C0003'],
    ['35 709', 'C0001'],
    ['35,709', 'C0001'],
    ['35.709', 'C0001'],
    ['35709', 'C0001'],
    ['2.925', 'C0003'],
    ['2,925', 'C0003'],
    ['dieciseis', 'C0004'],
    ['familia', 'C0005'],
    ['family', 'C0005'],
    ['hogares', 'C0005'],
    ['2021', 'C0004'],
    ['muertes', 'C0004'],
  ])('%s finds %s first', (text, id) => {
    expect(found(text)[0]).toBe(id)
  })

  test('the title of the source is searched too', () => {
    expect(found('ministry').sort()).toEqual(['C0001', 'C0002', 'C0003', 'C0004', 'C0005'])
  })

  test('an id goes before a claim that mentions it', () => {
    expect(found('C0001')).toEqual(['C0001', 'C0005'])
    expect(found('c0001')[0]).toBe('C0001')
  })

  test('claims with all the words; without any, those with most first', () => {
    expect(found('coca ocupaba')).toEqual(['C0001'])
    expect(found('coca ocupaba familias')[0]).toBe('C0001')
    expect(found('coca ocupaba familias').length).toBeGreaterThan(1)
  })

  test('a word found nowhere is left aside, and said', () => {
    expect(found('coca ocupaba xyzzy')).toEqual(found('coca ocupaba'))
    expect(index.ignored('XYZZY coca, ocupaba 99887')).toEqual(['99887', 'xyzzy'])
    expect(index.ignored('coca de la hoja C0001 diecis')).toEqual([])
  })

  test('the order of the words does not matter', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray('coca familias precio hoja murieron xyzzy crews farm dieciséis'.split(' ')),
        (words) => {
          expect(index.search(words.join(' '))).toEqual(index.search(words.toSorted().join(' ')))
        },
      ),
    )
  })

  test('months by their names in both languages, also where the period alone tells', () => {
    const may = said({ id: 'C0001', period: '2023-09' })
    const other = said({ id: 'C0002', period: '2023-10' })
    const months = searchIndex([may, other], made([may, other]))
    for (const text of ['septiembre', 'setiembre 2023', 'September', '2023 SEPTIEMBRE'])
      expect(months.search(text).map(({ claim }) => claim.id)).toEqual(['C0001'])
  })

  test('a thousand is no decimal where it stands as a thousand', () => {
    const claims = [said({ id: 'C0001', value: 24000 }), said({ id: 'C0002', value: 24 })]
    const numbers = searchIndex(claims, made(claims))
    for (const text of ['24,000', '24000', '24 000', '24.000', '24\u202f000'])
      expect(numbers.search(text).map(({ claim }) => claim.id)).toEqual(['C0001'])
  })

  test.each([
    ['taxation', 'Levies took a share.'],
    ['taxed', 'Los cupos pesan.'],
    ['narcopistas', 'A strip was closed.'],
    ['airstrip', 'Se cerró una narcopista.'],
  ])('%s finds "%s"', (text, en) => {
    const claim = said({ id: 'C0001', paraphrase: { en, es: en } })
    expect(searchIndex([claim], made([claim])).search(text)).toHaveLength(1)
  })

  test('a word that stands nowhere may be unfinished, one that stands somewhere is whole', () => {
    expect(found('diecis')).toEqual(['C0004'])
    expect(found('diecis murieron')).toEqual(['C0004'])
    const claims = [said({ id: 'C0007', paraphrase: { en: 'A cocaine load.', es: 'Un alijo.' }, subject: 'clash' })]
    const coca = said({ id: 'C0008', paraphrase: { en: 'A coca bush.', es: 'Un arbusto.' } })
    expect(
      searchIndex([...claims, coca], made([]))
        .search('coca')
        .map(({ claim }) => claim.id),
    ).toEqual(['C0008'])
    expect(searchIndex([], made([])).search('coca')).toEqual([])
  })

  test('nothing asked, nothing found', () => {
    for (const text of ['', '  ', '¿?', '%', 'xyzzy']) expect(found(text)).toEqual([])
  })

  test('limit', () => {
    expect(found('ministry', 2)).toEqual(found('ministry').slice(0, 2))
    expect(found('ministry', 1000)).toEqual(found('ministry'))
    expect(found('ministry', 0)).toEqual([])
  })

  test('any text is searched without a fault, and the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(found(text)).toEqual(found(text))
      }),
    )
  })
})

describe('search over the shipped ledger', () => {
  const { ledger } = loadPackage(shippedFiles())
  const all = [...ledger.everything()]
  const shipped = ledgerIndex(ledger)

  test('a claim is found by its own words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ledger.claims),
        fc.constantFrom('en', 'es'),
        fc.nat(),
        fc.nat(5),
        (claim, language, start, more) => {
          const words = wordsOf(claim.paraphrase[language as 'en' | 'es'])
          const at = start % Math.max(1, words.length)
          const query = words.slice(at, at + 1 + more)
          fc.pre(query.some((word) => !isStopWord(word)))
          const hits = shipped.search(`${query.join(' . ')} `, { limit: all.length })
          expect(hits.map((hit) => hit.claim)).toContain(claim)
        },
      ),
    )
  })

  test('a claim is found by its id', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), (claim) => {
        expect(shipped.search(claim.id)[0]?.claim).toBe(claim)
      }),
    )
  })
})

describe('words', () => {
  test('numbers have one form', () => {
    expect(wordsOf('35 709 35,709 35.709 35\u202f709 1,200,000')).toEqual([
      '35709',
      '35709',
      '35709',
      '35709',
      '1200000',
    ])
    expect(wordsOf('0.375 3,5 3.50 2013')).toEqual(['0.375', '3.5', '3.5', '2013'])
    expect(wordsOf('in 2013, 118 ha')).toEqual(['in', '2013', '118', 'ha'])
  })

  test.each([
    ['hectárea', 'hectáreas'],
    ['precio', 'precios'],
    ['price', 'prices'],
    ['family', 'families'],
    ['erradicación', 'erradicaciones'],
    ['militar', 'militares'],
    ['superficie', 'superficies'],
    ['país', 'países'],
    ['hoja', 'hojas'],
    ['base', 'bases'],
    ['raíz', 'raíces'],
  ])('%s and %s have one stem', (one, many) => {
    expect(stemOf(wordsOf(one)[0] ?? '')).toBe(stemOf(wordsOf(many)[0] ?? ''))
  })

  test('different words keep different stems', () => {
    const words = 'coca cocaine police policy policia leaf levy labour labs river rice soil soldier'.split(' ')
    expect(new Set(words.map(stemOf)).size).toBe(words.length)
  })
})
