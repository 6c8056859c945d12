import { builtinModules } from 'node:module'
import { describe, expect, test } from 'vitest'
import { type Import, importsOf, type SourceFile, sources } from './tree.ts'

/** Height of each layer; an import may only go to a lower one, or stay inside its own. */
const HEIGHT: Record<string, number> = {
  language: 0,
  evidence: 1,
  engine: 1,
  valley: 2,
  system: 3,
  lab: 4,
  report: 5,
  host: 6,
  web: 6,
  server: 7,
  cli: 8,
  library: 8,
  page: 9,
}
const PURE = ['language', 'evidence', 'engine', 'valley', 'system', 'lab', 'report']
/** Runs in a page: the browser is there, Node is not. */
const OUTSIDE_NODE = [...PURE, 'web']
/** Packages that belong to a face: they talk to a terminal, a network or a browser. */
const FACE_PACKAGES = ['commander', 'hono', '@hono/node-server', 'playwright-core', '@sparticuz/chromium']

function layerOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function faultsOf(file: SourceFile): string[] {
  const layer = layerOf(file.path)
  const height = HEIGHT[layer]
  if (height === undefined) return [`${file.path}: src/${layer} is not a layer of the house`]
  return importsOf(file).flatMap((found) => {
    const fault = faultOfImport(layer, height, found)
    return fault ? [`${file.path} imports ${found.written}: ${fault}`] : []
  })
}

function faultOfImport(layer: string, height: number, { written, path }: Import): string | undefined {
  if (path !== undefined) {
    if (!path.startsWith('src/')) return 'src imports only from src and from packages'
    const target = layerOf(path)
    if (target === layer) return undefined
    const targetHeight = HEIGHT[target]
    if (targetHeight === undefined) return `src/${target} is not a layer of the house`
    return targetHeight < height ? undefined : `${layer} lies below or beside ${target}`
  }
  if (!OUTSIDE_NODE.includes(layer)) return undefined
  if (written.startsWith('node:') || builtinModules.includes(written)) return `${layer} must run outside Node too`
  if (written.startsWith('#')) return `${layer} is imported as source, never as a build`
  return FACE_PACKAGES.includes(written) ? `${written} belongs to the faces` : undefined
}

describe('arrows point down', () => {
  test('in every file of src', () => {
    expect(sources().flatMap(faultsOf)).toEqual([])
  })

  test.each([
    ['src/engine/a.ts', `import { x } from '../lab/b.ts'`],
    ['src/engine/a.ts', `import type { X } from '../system/state.ts'`],
    ['src/engine/a.ts', `export * from '../evidence/claims.ts'`],
    ['src/language/a.ts', `type X = import('../engine/b.ts').X`],
    ['src/lab/a.ts', `const x = await import('../host/b.ts')`],
    ['src/valley/a.ts', `import { readFileSync } from 'node:fs'`],
    ['src/report/a.ts', `import fs from 'fs'`],
    ['src/lab/a.ts', `import { Hono } from 'hono'`],
    ['src/host/a.ts', `import { main } from '../cli/main.ts'`],
    ['src/web/a.ts', `import { gather } from '../host/ensemble.ts'`],
    ['src/web/a.ts', `import { readFileSync } from 'node:fs'`],
    ['src/cli/a.ts', `import { x } from '../../scripts/prepare.mjs'`],
    ['src/helpers/a.ts', `import { x } from '../engine/b.ts'; export { x }`],
  ])('%s may not hold: %s', (path, text) => {
    expect(faultsOf({ path, text })).toHaveLength(1)
  })

  test.each([
    ['src/system/a.ts', `import { x } from '../valley/b.ts'`],
    ['src/cli/a.ts', `import { readFileSync } from 'node:fs'; import { x } from '../host/b.ts'`],
    ['src/evidence/a.ts', `import { z } from 'zod'; import { x } from './b.ts'`],
  ])('%s may hold: %s', (path, text) => {
    expect(faultsOf({ path, text })).toEqual([])
  })
})

/** A mechanism lies in a room: src/system/<room>/<mechanism>.ts. */
function roomOf(path: string): string | undefined {
  const parts = path.split('/')
  return path.startsWith('src/system/') && parts.length > 3 ? parts[2] : undefined
}

function meetingsOf(file: SourceFile): string[] {
  const room = roomOf(file.path)
  if (room === undefined) return []
  return importsOf(file)
    .filter(({ path }) => path?.startsWith('src/system/'))
    .filter(({ path = '' }) => path === 'src/system/schedule.ts' || (roomOf(path) ?? room) !== room)
    .map(({ written }) => `${file.path} imports ${written}: mechanisms meet only in the state`)
}

describe('mechanisms meet only in the state', () => {
  test('no room imports from another room or from the schedule', () => {
    expect(sources().flatMap(meetingsOf)).toEqual([])
  })

  test('the check sees a meeting', () => {
    expect(meetingsOf({ path: 'src/system/farm/a.ts', text: `import { b } from '../people/b.ts'` })).toHaveLength(1)
    expect(meetingsOf({ path: 'src/system/farm/a.ts', text: `import { b } from '../schedule.ts'` })).toHaveLength(1)
    expect(meetingsOf({ path: 'src/system/farm/a.ts', text: `import { b } from '../state.ts'` })).toEqual([])
  })
})

/** First circle of run-time imports that is found, as a list of paths; undefined when there is none. */
function findCircle(files: readonly SourceFile[]): string[] | undefined {
  const arrows = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ path, typeOnly }) => (path && !typeOnly ? [path] : [])),
    ]),
  )
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const next of arrows.get(path) ?? []) {
      const circle = visit(next, [...trail, path])
      if (circle) return circle
    }
    done.add(path)
    return undefined
  }
  for (const path of arrows.keys()) {
    const circle = visit(path, [])
    if (circle) return circle
  }
  return undefined
}

describe('imports run in no circle', () => {
  test('in src', () => {
    expect(findCircle(sources())).toBeUndefined()
  })

  test('the check sees a circle', () => {
    const a = { path: 'src/lab/a.ts', text: `import { b } from './b.ts'` }
    const b = { path: 'src/lab/b.ts', text: `export { a } from './a.ts'` }
    expect(findCircle([a, b])).toEqual(['src/lab/a.ts', 'src/lab/b.ts', 'src/lab/a.ts'])
  })
})
