import { expect, test } from 'vitest'
import { type Filter, select } from '../../src/evidence/ledger/select.ts'
import { loadPackage } from '../../src/evidence/package.ts'
import { smallPackage } from './small.ts'

const pack = loadPackage(smallPackage())
const { ledger, places } = pack
const ids = (filter: Filter) => select(ledger, ledger.everything(), filter, places).map(({ id }) => id)

test('a district by its name alone, and the choice where there are two', () => {
  expect(ids({ place: 'Ayna' })).toEqual([ledger.observations[1]?.id])
  expect(() => ids({ place: 'Anco' })).toThrow(
    'filter: place: 2 districts are called "Anco" — expected one of "Anco, La Mar, Ayacucho", "Anco, Churcampa, Huancavelica"',
  )
})

test('problems name the option of the command', () => {
  const ask = () => select(ledger, [], { place: 'VRAEN', kind: 'causl' }, places, 'vraem evidence list')
  expect(ask).toThrow(/^vraem evidence list: --kind: .*\nvraem evidence list: --place: there is no place "VRAEN"/)
})
