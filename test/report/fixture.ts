// A made-up comparison with the shape and rough size of a real one: reproducible, paired draws, every outcome.
import { type DataPackage, loadPackage } from '../../src/evidence/package.ts'
import type { Manifest } from '../../src/lab/manifest.ts'
import type { CompareResult, CompareRow, PeriodRow, ScenarioCard } from '../../src/lab/results.ts'
import { geographyOf } from '../../src/report/geography.ts'
import { groundsOf } from '../../src/report/grounds.ts'
import type { Geography, Surroundings } from '../../src/report/input.ts'
import { observedOf, sourcesOf } from '../../src/report/observed.ts'
import { type Outcome, outcomes } from '../../src/system/outcomes.ts'
import { valleyOf } from '../../src/valley/geography.ts'
import { shippedFiles } from '../evidence/files.ts'

const DRAWS = 40
const FIRST = 2000
const FROM = 2026
const TO = 2035

export const cards: readonly ScenarioCard[] = [
  ['baseline', 'As in 2024', 'Como en 2024'],
  ['cacao-first', 'Cacao first', 'Primero el cacao'],
  ['eradication-30k', 'Eradicate 30 000 ha (plan of 2014)', 'Erradicar 30 000 ha (plan de 2014)'],
  ['balanced', 'Balanced', 'Equilibrado'],
  ['school-transfers', 'School transfers', 'Transferencias a la escuela'],
  ['roads-power-health', 'Roads, power and health', 'Caminos, luz y salud'],
  ['air-interdiction', 'Air interdiction', 'Interdicción aérea'],
  ['bases-and-patrols', 'Bases and patrols', 'Bases y patrullas'],
  ['community-control', 'Community control', 'Control comunitario'],
  ['no-levers', 'No levers', 'Sin medidas'],
].map(([name = '', en = '', es = '']) => ({
  name,
  hash: '0'.repeat(64),
  title: { en, es },
  world: {},
  model: {},
  span: { from: FROM, to: TO },
}))

/** Level of 2000, growth a year, spread, and the relative effect of each package in order. */
const SHAPES: Readonly<Record<string, readonly [number, number, number, readonly number[]]>> = {
  deaths: [42, -0.012, 0.5, [-0.12, 0.22, -0.2, -0.02, -0.03, 0.01, 0.18, -0.1, 0.05]],
  displaced: [380, -0.01, 0.5, [-0.08, 0.3, -0.15, 0, -0.02, 0.02, 0.22, -0.06, 0.02]],
  household_income: [3400, 0.018, 0.12, [0.07, -0.05, 0.09, 0.05, 0.06, -0.01, -0.005, 0.02, -0.04]],
  poverty_rate: [0.71, -0.012, 0.08, [-0.05, 0.04, -0.07, -0.06, -0.05, 0.005, 0.002, -0.015, 0.03]],
  child_labour: [0.36, -0.015, 0.15, [-0.03, 0.01, -0.12, -0.2, -0.04, 0, 0.004, -0.01, 0.03]],
  forest_loss: [8200, 0.004, 0.3, [-0.06, 0.11, -0.05, 0, 0.09, 0.01, 0.02, -0.08, 0.01]],
  coca_area: [11500, 0.047, 0.3, [-0.16, -0.24, -0.14, -0.04, -0.03, -0.05, -0.04, -0.2, 0.06]],
  leaf_output: [28000, 0.05, 0.3, [-0.16, -0.22, -0.14, -0.04, -0.03, -0.06, -0.04, -0.2, 0.06]],
  leaf_price: [7.2, 0.01, 0.35, [0.03, 0.09, 0.04, 0.01, 0, -0.12, 0.02, 0.05, -0.01]],
  out_migration: [9100, 0.006, 0.25, [-0.04, 0.08, -0.05, -0.01, 0.03, 0.005, 0.03, -0.02, 0.02]],
  public_cost: [3.1e8, 0.02, 0.05, [0.8, 0.9, 1.1, 0.6, 1.3, 0.2, 0.5, 0.25, -0.9]],
  coca_area_outside: [31000, 0.03, 0.35, [0.02, 0.05, 0.02, 0, 0, 0.02, 0.01, 0.03, -0.01]],
}
const YEAR_ROWS = Array.from({ length: TO - FIRST + 1 }, (_, k) => FIRST + k)

/** A uniform number in 0..1 that depends on its key only. */
function uniform(key: number): number {
  let x = Math.imul(key ^ (key >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return ((x ^ (x >>> 15)) >>> 0) / 4294967296
}
function hashOf(text: string): number {
  let state = 2166136261
  for (let k = 0; k < text.length; k++) state = Math.imul(state ^ text.charCodeAt(k), 16777619)
  return state
}
/** Roughly normal, mean 0. */
const bell = (key: number): number => uniform(key) + uniform(key + 1) + uniform(key + 2) + uniform(key + 3) - 2

function quantiles(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  const q = (p: number): number => sorted[Math.round(p * (sorted.length - 1))] ?? 0
  return {
    p05: q(0.05),
    p25: q(0.25),
    p50: q(0.5),
    p75: q(0.75),
    p95: q(0.95),
    mean: values.reduce((a, b) => a + b, 0) / values.length,
  }
}
function differenceOf(values: readonly number[], reference: readonly number[]) {
  const gaps = values.map((value, k) => value - (reference[k] ?? 0))
  const { p05, p50, p95 } = quantiles(gaps)
  const share = (test: (gap: number) => boolean): number => gaps.filter(test).length / gaps.length
  const parts = gaps.map((gap, k) => (reference[k] ? gap / Math.abs(reference[k]) : 0))
  return { p05, p50, p95, above: share((g) => g > 0), below: share((g) => g < 0), level: quantiles(parts).p50 }
}

const MAPPED = ['household_income', 'poverty_rate', 'forest_loss', 'coca_area']

/** values[draw] for a year. */
function draw(outcome: string, scenario: number, year: number, place: string, size: number): number[] {
  const [level, growth, spread, effects] = SHAPES[outcome] ?? [
    0.5,
    0.002,
    0.1,
    cards.map((_, k) => ((k % 3) - 1) * 0.01),
  ]
  const effect = scenario === 0 ? 0 : (effects[scenario - 1] ?? 0)
  const key = hashOf(`${outcome} ${place}`)
  return Array.from({ length: DRAWS }, (_, k) => {
    const own = key + 1009 * k
    const [a, b, c] = [bell(own), bell(own + 10), bell(own + 20)]
    const wiggle = 0.06 * Math.sin(year * 0.7 + 5 * c) + 0.05 * bell(own + 7919 * year)
    const uncertain = Math.min(1, 0.35 + Math.max(0, year - 2020) / 18)
    const base = level * size * Math.exp(growth * (year - FIRST) + spread * a * uncertain + wiggle)
    const ramp = Math.max(0, Math.min(1, (year - FROM + 1) / 6))
    return base * (1 + ramp * (effect * (1 + 1.2 * b) + (effect === 0 ? 0 : 0.03 * c)))
  })
}

const unitOf = (name: string): Outcome =>
  (outcomes as Readonly<Record<string, Outcome>>)[name.split('/')[0] ?? ''] as Outcome
const named = Object.entries(outcomes as Readonly<Record<string, Outcome>>).flatMap(([name, { parts }]) =>
  name === 'mode_share'
    ? (parts ?? []).map((part) => `${name}/${part}`)
    : [name, ...(parts ?? []).map((part) => `${name}/${part}`)],
)
const ZONES = [
  'Alto Huallaga',
  'Aguaytía',
  'Callería',
  'Pichis–Palcazú–Pachitea',
  'La Convención–Lares',
  'San Gabán',
  'Inambari–Tambopata',
  'Bajo Amazonas',
  'Putumayo',
]

function rowsOf(districts: readonly string[], count: number): { rows: CompareRow[]; periods: PeriodRow[] } {
  const rows: CompareRow[] = []
  const periods: PeriodRow[] = []
  const used = cards.slice(0, count)
  for (const outcome of named) {
    const { unit, year: how, places } = unitOf(outcome)
    const add = (place: string, years: readonly number[], size: number): void => {
      for (const year of years) {
        const reference = draw(outcome, 0, year, place, size)
        used.forEach(({ name }, k) => {
          const values = draw(outcome, k, year, place, size)
          rows.push({
            scenario: name,
            outcome,
            unit,
            year,
            place,
            scope: 'valley',
            ...quantiles(values),
            difference: differenceOf(values, reference),
          })
        })
      }
    }
    const part = outcome.includes('/') ? 0.3 : 1
    add('VRAEM', YEAR_ROWS, part)
    if (places === 'district' && MAPPED.includes(outcome))
      for (const [k, ubigeo] of districts.entries()) {
        add(
          ubigeo,
          [2010, 2020, 2030, TO],
          unit === '1' || unit.startsWith('PEN') ? 0.7 + (k % 7) / 10 : ((k * 7) % 13) / 600 + 0.0001,
        )
      }
    if (places === 'zone') for (const [k, zone] of ZONES.entries()) add(zone, [2020, 2024, TO], 0.25 / (k + 1))
    const span = how === 'december' ? [TO] : YEAR_ROWS.filter((year) => year >= FROM)
    const mean = (scenario: number): number[] => {
      const years = span.map((year) => draw(outcome, scenario, year, 'VRAEM', part))
      return Array.from(
        { length: DRAWS },
        (_, k) => years.reduce((sum, values) => sum + (values[k] ?? 0), 0) / span.length,
      )
    }
    const reference = mean(0)
    used.forEach(({ name }, k) => {
      const values = mean(k)
      periods.push({
        scenario: name,
        outcome,
        unit,
        from: FROM,
        to: TO,
        place: 'VRAEM',
        scope: 'valley',
        how: how === 'december' ? 'last' : 'mean',
        ...quantiles(values),
        difference: differenceOf(values, reference),
      })
    })
  }
  return { rows, periods }
}

export const manifest: Manifest = {
  schema: 1,
  command: 'compare',
  version: '0.1.0',
  data: '3f2a91c0'.repeat(8),
  parameters: 'b'.repeat(64),
  model: 'c'.repeat(64),
  scenarios: cards.map(({ name, hash }) => ({ name, hash })),
  seed: 7,
  draws: { kind: 'screened', count: DRAWS, hash: 'd'.repeat(64) },
  sample: 20,
  months: 432,
  selection: { outcomes: [], years: [FIRST, TO], districts: [], districtYears: [], monthly: [] },
  scope: 'default',
  kernels: 'simd',
  result: 'e'.repeat(64),
  created: '2025-11-22T00:00:00Z',
}

/** `packages`: how many beside the reference, 1 to 9; `districts`: with rows by district. */
export function comparison(packages = 9, districts = true): CompareResult {
  const key = `${packages} ${districts}`
  const known = made.get(key) ?? make(packages, districts)
  made.set(key, known)
  return known
}

const made = new Map<string, CompareResult>()
function make(packages: number, districts: boolean): CompareResult {
  const { rows, periods } = rowsOf(districts ? geography().cells.map(({ ubigeo }) => ubigeo) : [], packages + 1)
  return { manifest, reference: 'baseline', scenarios: cards.slice(0, packages + 1), outcomes: rows, periods }
}

let opened: DataPackage | undefined
const pack = (): DataPackage => {
  opened ??= loadPackage(shippedFiles())
  return opened
}

let drawn: Geography | undefined
/** The real one. */
export function geography(): Geography {
  drawn ??= geographyOf(pack(), valleyOf(pack()))
  return drawn
}

export function around(): Surroundings {
  return {
    geography: geography(),
    observed: observedOf(pack().observations),
    sources: sourcesOf(pack().observations),
    grounds: groundsOf(pack().ledger),
  }
}
