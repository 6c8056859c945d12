import { describe, expect, test } from 'vitest'
import { checkPackage } from '../../../src/evidence/package.ts'
import { importedText } from '../../../src/report/evidence/imported.ts'
import { imported, smallPackage } from './package.ts'

const { ledger, places } = checkPackage(smallPackage()).package
const options = { series: 'wide', unit: 'ha', source: 'devida' }
const TABLE = 'zona,2019,2020\nVRAEM,1,2\nVRAEM,,2\n'

describe('the text on an import', () => {
  test('names repeated figures by line and column, in both languages', () => {
    const { result } = imported(TABLE, options)
    const text = importedText(result, ledger, places, 'en', false, 100)
    expect(text).toContain('line 3, 2020, repeats line 2 of the file')
    expect(text.replace(/\s+/g, ' ')).toContain('Figures in the columns of years: 4. New: 2; known already: 1')
    expect(text).toContain('Nothing is written yet: add --write')
    expect(importedText(result, ledger, places, 'es', false, 100)).toContain(
      'la línea 3, 2020, repite la línea 2 del archivo',
    )
  })

  test('says that there is nothing new, not that --write is missing', () => {
    const { files } = imported(TABLE, options)
    const { result } = imported(TABLE, options, files)
    for (const write of [true, false]) {
      const text = importedText(result, ledger, places, 'en', write, 100)
      expect(text).toContain('There is nothing new to write.')
      expect(text).not.toContain('add --write')
    }
    expect(importedText(result, ledger, places, 'es', true, 100)).toContain('No hay nada nuevo que escribir.')
  })

  test('shows counts that change, and what they need', () => {
    const { result } = imported(TABLE, options)
    const update = { line: 2, of: 'Oabcdefgh', series: 's', place: 'P', period: '2021-05', was: 2, now: 3 }
    const text = importedText({ ...result, updates: [update] }, ledger, places, 'en', false, 100)
    expect(text).toContain('s, P, 2021-05: 2 → 3 (Oabcdefgh)')
    expect(text).toContain('--replace')
  })
})
