// What a result was made from, so that it can be made again and compared.
import { z } from 'zod'
import { sha256Hex } from '../engine/hash.ts'
import type { Problem } from '../evidence/problem.ts'
import { type DrawList, hashOfDraws } from './draws.ts'
import type { Plan } from './member.ts'

/** Raised when the fields change their meaning. */
export const MANIFEST_SCHEMA = 1

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const schema = z.object({
  schema: z.literal(MANIFEST_SCHEMA),
  command: z.enum(['run', 'compare', 'predict', 'screen']),
  /** Of the program. */
  version: z.string().min(1),
  /** SHA-256 of the data files, the parameters, and the text of the model (rules and mechanisms). */
  data: hex,
  parameters: hex,
  model: hex,
  /** In the order of the run; the first is the reference of a comparison. */
  scenarios: z.array(z.object({ name: z.string().min(1), hash: hex })).min(1),
  seed: z.int(),
  draws: z.object({ kind: z.enum(['prior', 'screened', 'posterior']), count: z.int().min(1), hash: hex }),
  /** One household in so many is simulated. */
  sample: z.int().min(1).max(200),
  months: z.int().min(12),
  /** What was kept of each run. */
  selection: z.object({
    outcomes: z.array(z.string()),
    years: z.tuple([z.int(), z.int()]),
    districts: z.array(z.string()),
    districtYears: z.array(z.int()),
    monthly: z.array(z.string()),
    groups: z.object({ since: z.int(), years: z.array(z.int()) }).exactOptional(),
  }),
  scope: z.enum(['default', 'A', 'A+B', 'all']),
  /** How the rules ran: WebAssembly with vectors or without, or plain loops. The bits are the same. */
  kernels: z.enum(['simd', 'scalar', 'plain']),
  /** Rule files that were changed: each scenario ran under the model's own rules and then under these. */
  rules: z
    .object({ name: z.string().min(1), files: z.array(z.object({ path: z.string().min(1), hash: hex })).min(1) })
    .exactOptional(),
  /** SHA-256 of every value of every draw. */
  result: hex,
  created: z.string().min(1),
})
export type Manifest = z.infer<typeof schema>

/** Changed rules as a manifest names them. */
export type NamedRules = NonNullable<Manifest['rules']>

export interface ManifestInput {
  readonly command: Manifest['command']
  readonly version: string
  readonly data: string
  readonly parameters: string
  readonly model: string
  readonly plan: Plan
  readonly sample: number
  readonly scope: Manifest['scope']
  readonly kernels: Manifest['kernels']
  readonly rules?: NamedRules | undefined
  /** ISO date and time, from the host. */
  readonly created: string
  readonly result: string
}

/** A draw list of fewer members than planned (after an interruption) is stated as it is. */
export function makeManifest(input: ManifestInput, draws: DrawList = input.plan.draws): Manifest {
  const { plan, command, version, data, parameters, model, sample, scope, kernels, rules, created, result } = input
  const { selection } = plan
  return {
    schema: MANIFEST_SCHEMA,
    command,
    version,
    data,
    parameters,
    model,
    scenarios: plan.scenarios
      .filter((one) => one.rules === undefined)
      .map(({ card }) => ({ name: card.name, hash: card.hash })),
    seed: draws.seed,
    draws: { kind: draws.kind, count: draws.indices.length, hash: hashOfDraws(draws) },
    sample,
    months: plan.months,
    selection: {
      outcomes: [...selection.outcomes],
      years: [...selection.years],
      districts: [...selection.districts],
      districtYears: [...selection.districtYears],
      monthly: [...selection.monthly],
      ...(selection.groups && { groups: { since: selection.groups.since, years: [...selection.groups.years] } }),
    },
    scope,
    kernels,
    ...(rules === undefined ? {} : { rules }),
    result,
    created,
  }
}

/** SHA-256 over named texts, whatever their order. */
export function hashOfFiles(files: Readonly<Record<string, string>>): string {
  const names = Object.keys(files).sort()
  return sha256Hex(...names.flatMap((name) => [`${name}\0${files[name]?.length}\0`, files[name] as string]))
}

/** Checks a manifest that was read from a file: the manifest itself, or a result that carries one. */
export function checkManifest(json: unknown, file: string): { manifest?: Manifest; problems: Problem[] } {
  const carried =
    typeof json === 'object' && json !== null && 'manifest' in json ? (json as { manifest: unknown }).manifest : json
  const result = schema.safeParse(carried)
  if (result.success) return { manifest: result.data, problems: [] }
  const problems = result.error.issues.map((issue): Problem => {
    const field = issue.path.map(String).join('.')
    const version = field === 'schema'
    return {
      code: version ? 'version' : 'manifest',
      file,
      ...(field === '' ? {} : { field }),
      what: version
        ? 'the manifest is of another version of the program'
        : `not as a manifest has it: ${issue.message}`,
      expected: version ? `schema ${MANIFEST_SCHEMA}` : 'a manifest written by this program',
      todo: version
        ? 'verify it with the version that wrote it'
        : 'use the manifest.json of a run, or a result with its manifest',
    }
  })
  return { problems }
}
