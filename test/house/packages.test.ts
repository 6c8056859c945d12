import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readText, root } from './tree.ts'

interface Locked {
  version?: string
  dev?: boolean
  optional?: boolean
  integrity?: string
  license?: string
  hasInstallScript?: boolean
  engines?: { node?: string } | string[]
  optionalDependencies?: Record<string, string>
}

const manifest = JSON.parse(readText('package.json')) as Record<string, Record<string, string> | string>
const locked = Object.entries(
  (JSON.parse(readText('package-lock.json')) as { packages: Record<string, Locked> }).packages,
)
const packages = locked.filter(([path]) => path !== '')

const PERMISSIVE =
  'MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 CC0-1.0 Unlicense Zlib Python-2.0'.split(' ')
const TOOLS_ONLY = ['MPL-2.0', 'CC-BY-4.0']

/** True when the licence expression can be met by licences of the list: every part of an AND, one part of an OR. */
function allows(expression: string, list: readonly string[]): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some((part) => allows(part.trim(), list))
  return bare.split(' AND ').every((part) => list.includes(part.trim().replace(/^\(|\)$/g, '')))
}

/** Licence as installed, else as locked; older packages write an object or a list. */
function licenceOf(path: string, entry: Locked): string {
  const file = join(root, path, 'package.json')
  if (!existsSync(file)) return entry.license ?? 'unknown'
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  const found = license ?? (Array.isArray(licenses) ? licenses[0] : licenses)
  return typeof found === 'string' ? found : ((found as { type?: string } | undefined)?.type ?? 'unknown')
}

describe('licences', () => {
  test('what runs is permissive', () => {
    const runtime = packages.filter(([, entry]) => !entry.dev)
    expect(runtime.length).toBeGreaterThan(20)
    const refused = runtime.filter(([path, entry]) => !allows(licenceOf(path, entry), PERMISSIVE))
    expect(refused.map(([path, entry]) => `${path}: ${licenceOf(path, entry)}`)).toEqual([])
  })

  test('tools are permissive or weakly protected, never GPL or AGPL', () => {
    const tools = packages.filter(([, entry]) => entry.dev)
    const refused = tools.filter(([path, entry]) => !allows(licenceOf(path, entry), [...PERMISSIVE, ...TOOLS_ONLY]))
    expect(refused.map(([path, entry]) => `${path}: ${licenceOf(path, entry)}`)).toEqual([])
  })

  test('the check reads licence expressions', () => {
    expect(allows('GPL-3.0-only', PERMISSIVE)).toBe(false)
    expect(allows('AGPL-3.0', [...PERMISSIVE, ...TOOLS_ONLY])).toBe(false)
    expect(allows('(MIT OR GPL-2.0)', PERMISSIVE)).toBe(true)
    expect(allows('MIT AND GPL-2.0', PERMISSIVE)).toBe(false)
    expect(allows('unknown', PERMISSIVE)).toBe(false)
  })
})

/** Does a range of package.json's `engines` admit the version? Comparators, `||`, `^`, `~`, `x` and `a - b`. */
function admits(range: string, version: readonly [number, number, number]): boolean {
  const value = weight(version)
  return range.split('||').some((alternative) => {
    const parts = alternative
      .trim()
      .replace(/\s+-\s+/, ' <=')
      .replace(/([<>=^~])\s+/g, '$1')
      .split(/\s+/)
    return parts.every((part) => {
      const [, sign = '', text = ''] = /^(>=|<=|>|<|=|\^|~)?\s*v?(.*)$/.exec(part) ?? []
      if (text === '' || text === '*' || text === 'x') return true
      const numbers = text.split('.').map((n) => (/^\d+/.test(n) ? Number.parseInt(n, 10) : undefined))
      const [major = 0, minor, patch] = numbers
      const low = weight([major, minor ?? 0, patch ?? 0])
      const nextAfter = minor === undefined || sign === '^' ? weight([major + 1, 0, 0]) : weight([major, minor + 1, 0])
      if (sign === '>=') return value >= low
      if (sign === '>') return value > low
      if (sign === '<') return value < low
      if (sign === '<=') return value <= low || (minor === undefined && value < nextAfter)
      if (sign === '^' || sign === '~' || patch === undefined) return value >= low && value < nextAfter
      return value === low
    })
  })
}

function weight([major, minor, patch]: readonly [number, number, number]): number {
  return major * 1e6 + minor * 1e3 + patch
}

describe('installing', () => {
  test('the floor is Node 20.19, and every package admits it', () => {
    expect(manifest.engines).toEqual({ node: '>=20.19' })
    const refusing = packages.filter(([, { engines, optional }]) => {
      const range = Array.isArray(engines) ? undefined : engines?.node
      return range !== undefined && !optional && !admits(range, [20, 19, 0])
    })
    expect(refusing.map(([path, { engines }]) => `${path}: ${JSON.stringify(engines)}`)).toEqual([])
  })

  test('the check reads ranges', () => {
    expect(admits('>=22.12.0', [20, 19, 0])).toBe(false)
    expect(admits('^18.0.0 || >=22', [20, 19, 0])).toBe(false)
    expect(admits('>=20.20', [20, 19, 0])).toBe(false)
    expect(admits('^20.19.0 || >=22.12.0', [20, 19, 0])).toBe(true)
    expect(admits('>= 18 < 21', [20, 19, 0])).toBe(true)
    expect(admits('20.x', [20, 19, 0])).toBe(true)
  })

  test('no package needs its install script', () => {
    const needing = packages.filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional)
    expect(needing.map(([path]) => path)).toEqual([])
    const own = Object.keys(manifest.scripts as object)
    expect(own.filter((name) => /^(?:pre|post)?install$|^prepare$|^prepublish/.test(name))).toEqual([])
  })

  test('versions are exact', () => {
    const wanted = [manifest.dependencies, manifest.devDependencies].flatMap((list) => Object.entries(list ?? {}))
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-r\.\d+)?$/.test(version))).toEqual([])
  })

  test('the lock file names every package for every kind of machine, with its checksum', () => {
    const paths = new Set(packages.map(([path]) => path))
    const missing = packages.flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !paths.has(`node_modules/${name}`) && !paths.has(`${path}/node_modules/${name}`))
        .map((name) => `${path} wants ${name}`),
    )
    expect(missing).toEqual([])
    expect(packages.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([])
  })

  test('the package stays private and offers one command', () => {
    expect(manifest.private).toBe(true)
    expect(manifest.license).toBe('Apache-2.0')
    expect(manifest.bin).toEqual({ vraem: 'bin/vraem.mjs' })
  })
})
