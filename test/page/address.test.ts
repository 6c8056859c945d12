import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkFrom, readAddress, writeAddress } from '../../src/page/address.ts'
import { readBeliefs, toggled, writeBeliefs } from '../../src/page/beliefs.ts'

describe('addresses', () => {
  test('what is written is read again', () => {
    const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '')
    const query = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), word)
    fc.assert(
      fc.property(fc.array(word), query, (path, values) => {
        const again = readAddress(writeAddress({ path, query: values }))
        expect(again.path).toEqual(path)
        expect({ ...again.query }).toEqual({ ...values })
      }),
    )
  })

  test('a damaged address is read as far as it goes', () => {
    expect(readAddress('').path).toEqual([])
    expect(readAddress('#/evidencia//%E0%A4%A').path).toEqual(['evidencia', '%E0%A4%A'])
    expect(readAddress('#limites?a').query).toEqual({ a: '' })
  })

  test('what is compared and believed travels along, what was searched does not', () => {
    const here = readAddress('#/evidencia?buscar=coca&creo=K3.a')
    expect(linkFrom(here, ['limites'])).toBe('#/limites?creo=K3.a')
    expect(linkFrom(here, [])).toBe('#/?creo=K3.a')
  })
})

describe('beliefs', () => {
  test('one side of a contradiction at most, in the order of their names', () => {
    const held = toggled(toggled(toggled({}, 'K9', 'b'), 'K3', 'a'), 'K9', 'c')
    expect(writeBeliefs(held)).toBe('K3.a,K9.c')
    expect(readBeliefs('K3.a,K9.c,nonsense,K4')).toEqual(held)
    expect(toggled(held, 'K9', 'c')).toEqual({ K3: 'a' })
    expect(readBeliefs(undefined)).toEqual({})
  })
})
