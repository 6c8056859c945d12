// A toy valley for tests of the lab: real engine, four districts, no household rules, levers and outcomes of the real names.
import { buildMachine, type Population, type StateDeclarations, type StepMechanism } from '../../src/engine/index.ts'
import type { Parameter } from '../../src/evidence/parameters.ts'
import { type Context, contextOf, type Plan } from '../../src/lab/member.ts'
import type { Frame, LabModel } from '../../src/lab/model.ts'
import { outcomes } from '../../src/system/outcomes.ts'

const state = {
  household: { weight: { unit: 'household', about: 'w', fixed: true }, here: { unit: '1', about: 'h' } },
  sums: {},
  district: {
    coca: { unit: 'ha', about: 'coca' },
    price: { unit: 'PEN/kg', about: 'price' },
    leaf: { unit: 't/month', about: 'leaf' },
  },
  zone: { areaHa: { unit: 'ha', about: 'coca' } },
  mode: { share: { unit: '1', about: 'share' } },
  valley: { deaths: { unit: 'person/month', about: 'deaths' }, cost: { unit: 'PEN/month', about: 'cost' } },
  streams: ['growth', 'deaths'],
} as const satisfies StateDeclarations

// biome-ignore lint/suspicious/noExplicitAny: the toy's moment has no type of its own
const growth: StepMechanism<any> = {
  id: 'growth',
  kind: 'step',
  subsystems: ['S10'],
  says: 'Coca grows by chance and falls by order.',
  claims: 'judgement',
  ignores: 'everything',
  effect: { outcome: 'coca_area', off: 'lowers', atLeast: 0 },
  equation: ['coca = coca (1 + g)'],
  reads: [],
  writes: [],
  parameters: ['growth_rate'],
  step(m) {
    const order = m.lever.forced_eradication
    for (const d of m.district) {
      d.coca *= 1 + m.p.growth_rate / 12 + 0.01 * (m.uniform('growth', d.index) - 0.5) * m.world.rain
      d.coca = Math.max(0, d.coca - (order.where[d.index] * order.hectares_per_year) / 12 / 4)
      d.leaf = (d.coca * 3.6) / 12
      d.price = 5 + d.index + m.p.switch_frontier
    }
    for (const z of m.zone) z.areaHa *= 1.001
    for (const mode of m.mode) mode.share = 0.25
    m.valley.deaths = m.uniform('deaths') < 0.1 ? 2 : 0
    m.valley.cost = order.hectares_per_year * 100
  },
}

const names = ['050503', '080910', '120604', '090502']
export const frame: Frame = {
  zones: ['Huallaga', 'Aguaytia'],
  districts: names.map((ubigeo, k) => ({
    ubigeo,
    name: `D${k}`,
    province: 'P',
    department: 'Q',
    direct: k < 3,
    devida: k < 2,
    grade: k < 2 ? 'A' : k === 2 ? 'B' : 'C',
  })),
}

export const toy: LabModel = {
  outcomes,
  measures: {
    coca_area: { of: 'district', num: (d) => d.coca },
    coca_area_outside: { of: 'zone', num: (z) => z.areaHa },
    leaf_output: { of: 'district', num: (d) => d.leaf },
    leaf_price: { of: 'district', num: (d) => d.price * d.leaf, den: (d) => d.leaf },
    'deaths/forces': { of: 'valley', num: (v) => v.deaths },
    'deaths/civilian': { of: 'valley', num: (v) => v.deaths / 2 },
    'deaths/militant': { of: 'valley', num: () => 0 },
    'mode_share/air': { of: 'mode', num: (m) => (m.index === 0 ? m.share : 0) },
    armed_control: { of: 'district', num: (d) => d.coca * 0.2, den: (d) => d.coca },
    public_cost: { of: 'valley', num: (v) => v.cost },
  },
  switches: { frontier: { options: ['none', 'return-led', 'dated-step'], default: 'return-led' } },
  makeWorld: (_facts, _p, choices) => {
    const now = { rain: 1 }
    return (month) => {
      now.rain = choices.climate === 'wet' && month >= 300 ? 2 : 1
      return now
    }
  },
  start(m) {
    for (const d of m.district) d.coca = 3000 + 100 * d.index
    for (const z of m.zone) z.areaHa = 10000 + z.index
  },
}

export const parameters: Parameter[] = [
  { name: 'growth_rate', low: 0.02, central: 0.04, high: 0.06, distribution: 'uniform' },
  { name: 'unused', low: 1, central: 2, high: 4, distribution: 'lognormal' },
].map(
  (p, line) =>
    ({
      subsystem: 's',
      unit: '1/yr',
      source: '',
      url: '',
      confidence: 'low',
      note: '',
      claims: ['judgement'],
      line,
      ...p,
    }) as Parameter,
)

export const population: Population = {
  columns: { weight: new Float32Array(8).fill(1), here: new Float32Array(8).fill(1) },
  id: Int32Array.from({ length: 8 }, (_, k) => k),
  district: Uint16Array.from({ length: 8 }, (_, k) => k % 4),
  cohort: Uint8Array.from({ length: 8 }, (_, k) => k),
}

export const machine = buildMachine(state, [growth], {}, { growth_rate: { unit: '1/yr', about: 'growth' } })
export const toyContext = (plan: Plan, model = toy): Context =>
  contextOf({
    model,
    machine,
    facts: {},
    frame,
    population,
    tables: { districts: 4, zones: 2, modes: 4, neighbours: [[1], [0], [3], [2]] },
    parameters,
    plan,
  })
