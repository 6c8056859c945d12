import { describe, expect, test } from 'vitest'
import { REASONS } from '../../src/evidence/ledger/contradiction.ts'
import { nameKey } from '../../src/lab/draws.ts'
import { messages } from '../../src/page/messages/messages.ts'
import { SPOKEN } from '../../src/page/works/spanish.ts'
import { REASON_WORDS } from '../../src/report/evidence/words.ts'
import { namedMechanisms } from '../../src/report/mechanism-names.ts'
import { model } from '../../src/system/model.ts'
import { filesBelow } from '../house/tree.ts'

const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
const texts = filesBelow('src/page', ['.ts', '.svelte'])
  .filter(({ path }) => !path.includes('/messages/'))
  .map(({ text }) => text)

/** Said as it stands, or with its last part filled in: say(`theme_${one}`). */
function isSaid(key: string): boolean {
  if (texts.some((text) => text.includes(`'${key}'`))) return true
  const parts = key.split('_')
  return parts.some((_, k) => {
    const head = parts.slice(0, k + 1).join('_')
    const tail = parts.slice(k + 2).join('_')
    return texts.some((text) => text.includes(`\`${head}_\${`) && (tail === '' || text.includes(`}_${tail}\``)))
  })
}

describe('messages', () => {
  test.each(Object.entries(messages))('%s stands in both languages with the same holes', (_, { es, en }) => {
    expect(es.trim()).not.toBe('')
    expect(en.trim()).not.toBe('')
    expect(holes(es)).toEqual(holes(en))
  })

  test('every message is said somewhere', () => {
    expect(Object.keys(messages).filter((key) => !isSaid(key))).toEqual([])
    expect(isSaid('theme_light')).toBe(true)
    expect(isSaid('nothing_says_this')).toBe(false)
  })

  test('every message that is said exists', () => {
    const said = texts.flatMap((text) => [...text.matchAll(/\bsay\('(\w+)'/g)].map((match) => match[1] ?? ''))
    expect(said.length).toBeGreaterThan(100)
    expect(said.filter((key) => !(key in messages))).toEqual([])
  })

  test('no text of a component stands outside the tables', () => {
    const stray = filesBelow('src/page', ['.svelte'])
      .filter(({ path }) => !path.includes('/workbench/'))
      .flatMap(({ path, text }) => {
        const markup = text.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<!--[\s\S]*?-->/g, '')
        const plain = [...markup.matchAll(/>([^<>{}]*\p{L}{3,}[^<>{}]*)</gu)].map((match) => match[1]?.trim())
        return plain.map((words) => `${path}: ${words}`)
      })
    expect(stray).toEqual([])
  })

  test('reasons of contradictions have words', () => {
    expect(REASONS.filter((reason) => !REASON_WORDS[reason].es)).toEqual([])
  })
})

describe('mechanisms in Spanish', () => {
  test('each one is translated, from the English that stands there now', () => {
    const stale = model.mechanisms.filter(
      ({ id, says, ignores }) => SPOKEN[id]?.of !== nameKey(`${says}\n${ignores}`).toString(16),
    )
    expect(stale.map(({ id }) => id)).toEqual([])
    expect(Object.keys(SPOKEN)).toHaveLength(model.mechanisms.length)
    expect([...namedMechanisms].sort()).toEqual(model.mechanisms.map(({ id }) => id).sort())
  })
})
