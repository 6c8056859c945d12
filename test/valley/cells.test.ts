import { describe, expect, test } from 'vitest'
import { cellAreaKm2, cells } from '../../src/valley/index.ts'
import { valley } from './start.ts'

const map = cells(valley.districts, valley.outline)
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** Degrees from the middle of a stretch to the outline. */
function farFromOutline(key: string): number {
  const [a, b] = key.split(' ').map((point) => point.split(',').map(Number)) as [[number, number], [number, number]]
  const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const ring = valley.outline
  const far = ring.map(([u, v], k) => {
    const [p, q] = ring[(k + 1) % ring.length] as readonly [number, number]
    const length = (p - u) ** 2 + (q - v) ** 2
    const t = Math.min(1, Math.max(0, ((x - u) * (p - u) + (y - v) * (q - v)) / length))
    return Math.hypot(x - u - t * (p - u), y - v - t * (q - v))
  })
  return Math.min(...far)
}

describe('cells', () => {
  test('one for each district, its area right within 15 % at the median', () => {
    expect(map.features.map((cell) => cell.id)).toEqual(valley.districts.map((one) => one.ubigeo))
    const errors = map.features.map((cell, k) => Math.abs(cellAreaKm2(cell) / (valley.districts[k]?.areaKm2 ?? 0) - 1))
    expect(median(errors)).toBeLessThan(0.15)
    const all = map.features.reduce((sum, cell) => sum + cellAreaKm2(cell), 0)
    expect(all / valley.districts.reduce((sum, one) => sum + one.areaKm2, 0)).toBeCloseTo(1, 1)
  })
  test('rings are closed and the outer ones clockwise, as d3-geo wants them', () => {
    for (const { geometry } of map.features) {
      expect(geometry.coordinates.length).toBeGreaterThan(0)
      for (const [outer] of geometry.coordinates) {
        expect(outer?.[0]).toEqual(outer?.at(-1))
        const turn = outer?.reduce((sum, [x, y], k) => {
          const [u, v] = outer[(k + 1) % outer.length] as [number, number]
          return sum + x * v - u * y
        }, 0)
        expect(turn).toBeLessThan(0)
      }
    }
  })
  test('neighbours share border points: every stretch inside the valley is drawn twice', () => {
    const seen = new Map<string, number>()
    for (const { geometry } of map.features) {
      for (const ring of geometry.coordinates.flat()) {
        ring.slice(1).forEach((point, k) => {
          const key = [ring[k], point].map(String).sort().join(' ')
          seen.set(key, (seen.get(key) ?? 0) + 1)
        })
      }
    }
    expect([...seen.values()].every((times) => times <= 2)).toBe(true)
    // a stretch drawn once is the edge of the valley: within two cells of the outline
    const gaps = [...seen].filter(([key, times]) => times === 1 && farFromOutline(key) > 0.04)
    expect(gaps).toEqual([])
    expect([...seen.values()].filter((times) => times === 2).length).toBeGreaterThan(1000)
  })
})
