import type { Mechanism, RuleMechanism, StepMechanism } from '../../../src/engine/index.ts'
import type { Toy } from './state.ts'

const text = {
  subsystems: ['S1'],
  says: 'A claim.',
  claims: 'judgement',
  ignores: 'Much.',
  effect: { outcome: 'cash', off: 'lowers', atLeast: 0.01 },
} as const

export const FILE = 'test/engine/toy/rules.ts'

const byRule = (id: string, without: string, when: 'monthly' | 'review'): RuleMechanism => ({
  ...text,
  kind: 'rule',
  id,
  file: FILE,
  rule: id,
  without,
  when,
})

export const rain: StepMechanism<Toy> = {
  ...text,
  kind: 'step',
  id: 'rain',
  equation: ['rain = 0.8 + 0.4 u', 'shock = 0.9 shock + 0.1 e'],
  reads: ['valley.shock'],
  writes: ['district.rain', 'valley.shock'],
  parameters: [],
  step({ district, valley, uniform, normal }) {
    for (const row of district) row.rain = 0.8 + 0.4 * uniform('rain', row.index)
    valley.shock = 0.9 * valley.shock + 0.1 * normal('shock')
  },
  without({ district }) {
    for (const row of district) row.rain = 1
  },
}

export const market: StepMechanism<Toy> = {
  ...text,
  kind: 'step',
  id: 'market',
  equation: ['price = price + pull (mean of the neighbours − price) + push'],
  reads: ['district.price', 'sum.cashAll', 'valley.shock', 'world.price', 'lever.push'],
  writes: ['district.price', 'district.mood', 'valley.stock', 'zone.pull', 'mode.load'],
  parameters: ['pull'],
  step({ district, zone, mode, valley, p, world, lever }) {
    let stock = 0
    for (const row of district) {
      let around = world.price
      for (const other of row.neighbours) around += other.price
      const target = around / (1 + row.neighbours.length)
      row.price += p.pull * (target - row.price) + lever.push
      row.mood = valley.shock
      stock += row.sum.cashAll
    }
    valley.stock = stock
    for (const row of zone) row.pull = stock * 1e-6
    for (const row of mode) row.load = row.index
  },
}

export const mechanisms: readonly Mechanism<Toy>[] = [
  rain,
  byRule('harvest', 'harvest', 'monthly'),
  byRule('save', 'spend', 'monthly'),
  market,
  byRule('choose', 'keep', 'review'),
  byRule('settle', 'settle', 'review'),
]
