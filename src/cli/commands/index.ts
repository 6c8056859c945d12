/** The commands there are. What they do is loaded when they are called, so that help and mistakes are answered at once. */
import type { CommandSpec } from '../command.ts'

const ensemble = ['out', 'resume', 'scope', 'prior'] as const
const many = Number.POSITIVE_INFINITY

export const commands: readonly CommandSpec[] = [
  {
    name: 'start',
    count: [0, 0],
    options: ['once', 'port', ...ensemble],
    run: async (call) => (await import('./start.ts')).start(call),
  },
  {
    name: 'run',
    operands: 'SCENARIO',
    count: [1, 1],
    scenarios: true,
    options: ensemble,
    run: async (call) => (await import('./run.ts')).run(call),
  },
  {
    name: 'compare',
    operands: 'REFERENCE SCENARIO ...',
    count: [2, many],
    scenarios: true,
    options: ensemble,
    run: async (call) => (await import('./compare.ts')).compare(call),
  },
  {
    name: 'predict',
    operands: 'TARGETS.csv',
    count: [1, 1],
    options: ['out', 'prior'],
    run: async (call) => (await import('./predict.ts')).predict(call),
  },
  {
    name: 'verify',
    operands: 'MANIFEST',
    count: [1, 1],
    options: [],
    run: async (call) => (await import('./verify.ts')).verify(call),
  },
  {
    name: 'screen',
    count: [0, 0],
    options: ['out', 'keep', 'misses'],
    run: async (call) => (await import('./screen.ts')).screen(call),
  },
  {
    name: 'validate',
    count: [0, 0],
    options: ['prior'],
    run: async (call) => (await import('./validate.ts')).validate(call),
  },
  {
    name: 'model',
    count: [0, 0],
    options: ['parameters'],
    run: async (call) => (await import('./model.ts')).describeModel(call),
  },
  {
    name: 'data check',
    operands: '[FOLDER]',
    count: [0, 1],
    options: [],
    run: async (call) => (await import('./data-check.ts')).dataCheck(call),
  },
  {
    name: 'population',
    count: [0, 0],
    options: ['check'],
    run: async (call) => (await import('./population.ts')).population(call),
  },
  {
    name: 'serve',
    operands: '[FOLDER]',
    count: [0, 1],
    options: ['port'],
    run: async (call) => (await import('./serve.ts')).serveReport(call),
  },
]
