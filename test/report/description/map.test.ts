// The system map: whole, the same every time, and its loops counted rightly.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describe } from '../../../src/report/description/describe.ts'
import { mapDot, mechanismsDot } from '../../../src/report/description/dot.ts'
import { loopsOf } from '../../../src/report/description/loops.ts'
import { mapOf } from '../../../src/report/description/map.ts'
import { readByOutcomes } from '../../../src/report/description/outcome-reads.ts'
import { shipped } from './shipped.ts'

const description = describe(shipped)
const map = mapOf(shipped, description)

test('nodes are told apart and every edge joins two of them, once', () => {
  const ids = new Set(map.nodes.map(({ id }) => id))
  expect(ids.size).toBe(map.nodes.length)
  expect(map.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([])
  expect(new Set(map.edges.map(({ from, to }) => `${from} ${to}`)).size).toBe(map.edges.length)
  const kinds = new Set(map.nodes.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(
    ['district', 'household', 'lever', 'mechanism', 'mode', 'outcome', 'sum', 'valley', 'world', 'zone'].sort(),
  )
})

test('edges are what mechanisms read and write, and what outcomes are read from', () => {
  for (const { id, reads, writes } of description.mechanisms) {
    expect(map.edges.filter(({ to }) => to === `mechanism.${id}`).map(({ from }) => from)).toEqual(reads)
    expect(map.edges.filter(({ from }) => from === `mechanism.${id}`).map(({ to }) => to)).toEqual(writes)
  }
  for (const name of Object.keys(shipped.model.outcomes))
    expect(map.edges.filter(({ to }) => to === `outcome.${name}`)).not.toEqual([])
})

test('outcomes are read from what their measures ask for, on either side of a quotient and in every part', () => {
  const reads = readByOutcomes(shipped.model)
  expect(reads.trust).toEqual(['district.trust', 'sum.persons'])
  expect(reads.mode_share).toEqual(['mode.flow'])
  expect(reads.deaths).toEqual(['valley.deathsCivilians', 'valley.deathsForces', 'valley.deathsMilitants'])
  expect(reads.poverty_rate).toEqual(['sum.poorPersons', 'sum.reviewedPersons'])
})

test('every lever reaches a mechanism', () => {
  const used = new Set(map.edges.map(({ from }) => from))
  expect(Object.keys(shipped.model.levers).filter((name) => !used.has(`lever.${name}`))).toEqual([])
})

test('the reduced map joins who writes what the other reads', () => {
  const byId = new Map(description.mechanisms.map((one) => [one.id, one]))
  const places = map.mechanisms.nodes
  for (const { from, to, through, when } of map.mechanisms.edges) {
    expect(through.length).toBeGreaterThan(0)
    for (const name of through) {
      expect(byId.get(from)?.writes).toContain(name)
      expect(byId.get(to)?.reads).toContain(name)
    }
    expect(when).toBe(places.indexOf(to) > places.indexOf(from) ? 'same month' : 'next month')
  }
  const harvest = map.mechanisms.edges.filter(({ from }) => from === 'harvest')
  expect(harvest.find(({ to }) => to === 'leaf-balance')?.through).toContain('sum.leafT')
})

test('DOT: every line is a node, an edge, an attribute or a bracket, and brackets close', () => {
  const id = '"(?:[^"\\\\]|\\\\.)*"'
  const attributes = `\\[\\w+=(?:${id}|\\w+)(?:, \\w+=(?:${id}|\\w+))*\\]`
  const line = new RegExp(
    `^(?:digraph \\w+ \\{|subgraph ${id} \\{|\\}|rankdir=LR|label=${id}|node ${attributes}|${id} ${attributes}|${id} -> ${id}(?: ${attributes})?)$`,
  )
  for (const text of [mapDot(map), mechanismsDot(map)]) {
    const lines = text
      .trimEnd()
      .split('\n')
      .map((one) => one.trim())
    expect(lines.filter((one) => !line.test(one))).toEqual([])
    expect(lines.filter((one) => one.endsWith('{')).length).toBe(lines.filter((one) => one === '}').length)
  }
  const lines = mapDot(map).split('\n')
  expect(lines.filter((one) => one.includes(' -> ')).length).toBe(map.edges.length)
})

test('the same model gives the same map', () => {
  expect(JSON.stringify(mapOf(shipped, describe(shipped)))).toBe(JSON.stringify(map))
})

test('loops of a map that is known', () => {
  const edge = (from: string, to: string) => ({ from, to })
  const edges = [edge('a', 'b'), edge('b', 'a'), edge('b', 'c'), edge('c', 'a'), edge('c', 'd'), edge('d', 'd')]
  expect(loopsOf(['a', 'b', 'c', 'd'], edges)).toEqual({
    self: ['d'],
    pairs: [['a', 'b']],
    triples: [['a', 'b', 'c']],
    circles: [['a', 'b', 'c']],
  })
})

test('loops of any map: as by trying everything', () => {
  const graph = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { selector: String, maxLength: 20 })
  fc.assert(
    fc.property(graph, (pairs) => {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f']
      const goes = ids.map((_, k) => ids.map((_, j) => pairs.some(([from, to]) => from === k && to === j)))
      const loops = loopsOf(
        ids,
        pairs.map(([from, to]) => ({ from: ids[from] as string, to: ids[to] as string })),
      )
      const all = [0, 1, 2, 3, 4, 5]
      const twos = all.flatMap((a) => all.filter((b) => b > a && goes[a]?.[b] && goes[b]?.[a]).map((b) => [a, b]))
      const threes = all.flatMap((a) =>
        all.flatMap((b) =>
          all
            .filter((c) => b > a && c > a && c !== b && goes[a]?.[b] && goes[b]?.[c] && goes[c]?.[a])
            .map((c) => [a, b, c]),
        ),
      )
      const named = (list: number[][]) => list.map((loop) => loop.map((k) => ids[k]))
      expect(loops.pairs).toEqual(named(twos))
      expect(loops.triples).toEqual(named(threes))
      const reach = goes.map((row) => [...row])
      for (const m of all)
        for (const a of all) for (const b of all) if (reach[a]?.[m] && reach[m]?.[b]) (reach[a] as boolean[])[b] = true
      const circle = (a: number) => all.filter((b) => reach[a]?.[b] && reach[b]?.[a])
      const circles = all.map(circle).filter((one, a) => one.length > 1 && one[0] === a)
      expect(loops.circles).toEqual(named(circles))
    }),
    { numRuns: 300 },
  )
})
