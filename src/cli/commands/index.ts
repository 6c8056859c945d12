/** The commands there are. What they do is loaded when they are called, so that help and mistakes are answered at once. */
import type { CommandSpec } from '../command.ts'

const ensemble = ['out', 'resume', 'scope', 'prior'] as const
const filters = ['subject', 'topic', 'place', 'period', 'source', 'kind', 'observations'] as const
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
    options: ['model', ...ensemble],
    run: async (call) => (await import('./run.ts')).run(call),
  },
  {
    name: 'compare',
    operands: 'REFERENCE SCENARIO ...',
    count: [2, many],
    scenarios: true,
    options: ['model', ...ensemble],
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
    name: 'calibrate',
    count: [0, 0],
    options: ['quick', 'until', 'out', 'resume'],
    run: async (call) => (await import('./calibrate.ts')).calibrate(call),
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
    options: ['parameters', 'odd', 'graph', 'reduced', 'out'],
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
    name: 'evidence list',
    count: [0, 0],
    options: [...filters, 'limit'],
    run: async (call) => (await import('./evidence/list.ts')).evidenceList(call),
  },
  {
    name: 'evidence show',
    operands: 'ID ...',
    count: [1, many],
    options: [],
    run: async (call) => (await import('./evidence/show.ts')).evidenceShow(call),
  },
  {
    name: 'evidence search',
    operands: 'WORDS ...',
    count: [1, many],
    options: [...filters, 'limit'],
    run: async (call) => (await import('./evidence/search.ts')).evidenceSearch(call),
  },
  {
    name: 'evidence contradictions',
    count: [0, 0],
    options: ['reason', 'found', 'subject', 'topic', 'place', 'period', 'source', 'limit'],
    run: async (call) => (await import('./evidence/contradictions.ts')).evidenceContradictions(call),
  },
  {
    name: 'evidence coverage',
    count: [0, 0],
    options: [],
    run: async (call) => (await import('./evidence/coverage.ts')).evidenceCoverage(call),
  },
  {
    name: 'evidence reconcile',
    operands: 'SUBJECT',
    count: [1, 1],
    options: ['place', 'period'],
    run: async (call) => (await import('./evidence/reconcile.ts')).evidenceReconcile(call),
  },
  {
    name: 'evidence check',
    operands: '[FOLDER]',
    count: [0, 1],
    options: [],
    run: async (call) => (await import('./evidence/check.ts')).evidenceCheck(call),
  },
  {
    name: 'evidence export',
    count: [0, 0],
    options: ['format', 'out'],
    run: async (call) => (await import('./evidence/export.ts')).evidenceExport(call),
  },
  {
    name: 'evidence import',
    operands: 'FILE',
    count: [1, 1],
    options: ['as', 'source', 'subject', 'series', 'unit', 'decimal', 'dates', 'encoding', 'write', 'replace'],
    run: async (call) => (await import('./evidence/import.ts')).evidenceImport(call),
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
    run: async (call) => (await import('./serve.ts')).serve(call),
  },
]
