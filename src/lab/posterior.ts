// A posterior as it is shipped: a manifest that says what it was made from, and a table of draws. Texts only.
import { z } from 'zod'
import { sha256Hex } from '../engine/hash.ts'
import type { Problem } from '../evidence/problem.ts'
import { type DrawList, hashOfDraws } from './draws.ts'
import { jsonOf, notAsWritten } from './own-file.ts'
import type { Words } from './results.ts'

export const POSTERIOR_FOLDER = 'data/posterior'
export const POSTERIOR_FILES = { manifest: 'manifest.json', draws: 'draws.csv', summary: 'summary.json' } as const
/** Raised when the files change their meaning. */
const SCHEMA = 1

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const schema = z.object({
  schema: z.literal(SCHEMA),
  /** As the user would write it to make the posterior again. */
  command: z.string().min(1),
  created: z.string().min(1),
  version: z.string().min(1),
  /** SHA-256 of the parameter table and of the text of the model: others make another posterior. */
  parameters: hex,
  model: hex,
  /** SHA-256 of the targets: ids, figures, errors. */
  targets: hex,
  /** The last year whose facts were used. */
  until: z.int(),
  seed: z.int(),
  sample: z.int().min(1).max(200),
  /** Runs it took. */
  runs: z.int().min(1),
  count: z.int().min(1),
  unknowns: z.array(z.string().min(1)),
  shocks: z.array(z.string().min(1)),
  flat: z.array(z.string().min(1)),
  note: z.object({ en: z.string(), es: z.string() }),
  /** The posterior into which the figures of new years were taken; absent where everything was fitted anew. */
  from: z.object({ draws: hex, until: z.int(), created: z.string(), command: z.string() }).exactOptional(),
  /** SHA-256 of the table of draws as text, and of the list as it is run. */
  table: hex,
  draws: hex,
})
export type PosteriorManifest = z.infer<typeof schema>

/** What a posterior must have been made with to be used. */
export type MadeWith = Pick<PosteriorManifest, 'parameters' | 'model'>

type Origin = Omit<
  PosteriorManifest,
  'schema' | 'count' | 'unknowns' | 'shocks' | 'flat' | 'note' | 'table' | 'draws' | 'seed'
>

/** What a list of so many draws is, in words. */
export const noteOf = (count: number, until: number): Words => ({
  en: `${count} draws of equal weight, calibrated on facts dated ${until} or earlier.`,
  es: `${count} muestras de igual peso, calibradas con hechos fechados hasta ${until}.`,
})

/** The files of a posterior, by name. Throws RangeError for a list that is none. */
export function posteriorFiles(list: DrawList, origin: Origin): Record<string, string> {
  const { fitted, indices, seed, note } = list
  if (fitted === undefined) throw new RangeError('the list has no rows')
  const { unknowns, shocks, flat, rows, weights } = fitted
  const lines = [
    ['draw', 'weight', ...unknowns, ...shocks],
    ...rows.map((row, k) => [indices[k] as number, weights[k] as number, ...row]),
  ]
  const table = `${lines.map((line) => line.join(',')).join('\n')}\n`
  const manifest: PosteriorManifest = {
    schema: SCHEMA,
    ...origin,
    seed,
    count: rows.length,
    unknowns: [...unknowns],
    shocks: [...shocks],
    flat: [...flat],
    note,
    table: sha256Hex(table),
    draws: hashOfDraws(list),
  }
  return {
    [POSTERIOR_FILES.manifest]: `${JSON.stringify(manifest, null, 1)}\n`,
    [POSTERIOR_FILES.draws]: table,
  }
}

/**
 * The posterior from its files by name; nothing where there is no manifest. It is refused when the parameters or the model are
 * others than those it was made with, or when its table is not the one the manifest names.
 */
export function readPosterior(
  files: Readonly<Record<string, string>>,
  folder: string,
  made: MadeWith,
): { list?: DrawList; manifest?: PosteriorManifest; problems: Problem[] } {
  const text = files[POSTERIOR_FILES.manifest]
  if (text === undefined) return { problems: [] }
  const file = `${folder}/${POSTERIOR_FILES.manifest}`
  const read = schema.safeParse(jsonOf(text))
  const remake = `make it again with ${commandIn(text)}, or run with --prior`
  if (!read.success)
    return {
      problems: notAsWritten(read.error, {
        code: 'posterior',
        file,
        expected: `a posterior of schema ${SCHEMA}`,
        todo: remake,
      }),
    }
  const manifest = read.data
  const old = (['parameters', 'model'] as const).filter((name) => manifest[name] !== made[name])
  if (old.length > 0)
    return {
      manifest,
      problems: old.map((name) => ({
        code: 'posterior-old',
        file,
        field: name,
        what:
          name === 'model'
            ? 'the posterior was made by another version of the model'
            : 'the posterior was made with another table of parameters',
        expected: made[name].slice(0, 12),
        todo: remake,
      })),
    }
  const table = files[POSTERIOR_FILES.draws] ?? ''
  const list = listIn(table, manifest)
  if (list === undefined || sha256Hex(table) !== manifest.table || hashOfDraws(list) !== manifest.draws)
    return {
      manifest,
      problems: [
        {
          code: 'posterior-table',
          file: `${folder}/${POSTERIOR_FILES.draws}`,
          what: 'the table is not the one that was written with the manifest',
          expected: `${manifest.count} draws with SHA-256 ${manifest.table.slice(0, 12)}`,
          todo: remake,
        },
      ],
    }
  return { list, manifest, problems: [] }
}

function listIn(table: string, manifest: PosteriorManifest): DrawList | undefined {
  const [head = '', ...lines] = table.trimEnd().split('\n')
  const { unknowns, shocks, flat, seed, note, count } = manifest
  if (head !== ['draw', 'weight', ...unknowns, ...shocks].join(',') || lines.length !== count) return undefined
  const cells = lines.map((line) => line.split(',').map((cell) => (cell === '' ? Number.NaN : Number(cell))))
  const width = 2 + unknowns.length + shocks.length
  if (!cells.every((row) => row.length === width && row.every(Number.isFinite))) return undefined
  return {
    kind: 'posterior',
    seed,
    indices: cells.map(([draw = 0]) => draw),
    note,
    fitted: {
      unknowns,
      shocks,
      flat,
      rows: cells.map((row) => row.slice(2)),
      weights: cells.map(([, weight = 0]) => weight),
    },
  }
}

const commandIn = (text: string): string => {
  const { command } = (jsonOf(text) ?? {}) as { command?: unknown }
  return typeof command === 'string' ? command : 'vraem calibrate'
}
