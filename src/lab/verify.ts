// Whether a second run gave what the manifest of the first one says.
import type { Manifest } from './manifest.ts'

export interface ManifestDifference {
  /** What differs: `data`, `scenarios.cacao-first`, `result` … */
  readonly field: string
  readonly saved: string
  readonly again: string
  /** Why the results cannot agree, or `result` itself. */
  readonly kind: 'input' | 'result'
}

export interface Verification {
  readonly same: boolean
  readonly differences: readonly ManifestDifference[]
}

/**
 * Compares everything that determines the result, then the result. The time of writing, the program's version and how the rules
 * were compiled do not count.
 */
export function compareManifests(saved: Manifest, again: Manifest): Verification {
  const before = flat(saved)
  const after = flat(again)
  const fields = [...new Set([...before.keys(), ...after.keys()])]
  const differences = fields.flatMap((field): ManifestDifference[] => {
    const [a = 'missing', b = 'missing'] = [before.get(field), after.get(field)]
    return a === b ? [] : [{ field, saved: a, again: b, kind: field === 'result' ? 'result' : 'input' }]
  })
  return { same: differences.length === 0, differences }
}

function flat(manifest: Manifest): Map<string, string> {
  const { created: _, version: __, kernels: ___, scenarios, draws, selection, rules, ...rest } = manifest
  return new Map([
    ...Object.entries(rest).map(([field, value]) => [field, String(value)] as const),
    ...scenarios.map(({ name, hash }, k) => [`scenarios.${k + 1}.${name}`, hash] as const),
    ...Object.entries(draws).map(([field, value]) => [`draws.${field}`, String(value)] as const),
    ...(rules?.files ?? []).map(({ path, hash }) => [`rules.${path}`, hash] as const),
    ['selection', JSON.stringify(selection)] as const,
  ])
}
