import { z } from 'zod'
import type { Problem } from './problem.ts'

/**
 * The part of the Frictionless Data Package specification (version 1, tabular) that this project uses,
 * with properties of its own: `unit` on a field; `kind`, `mixedUnits`, `distinctRows` and `grounded` on a resource.
 */
const constraints = z.object({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  pattern: z.string().optional(),
})

const field = z.object({
  name: z.string().min(1),
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  description: z.string().min(1),
  /** Unit of the column, or "see the column unit". */
  unit: z.string().optional(),
  constraints: constraints.optional(),
})

const names = z.union([z.string(), z.array(z.string())])

const tableSchema = z.object({
  fields: z.array(field).min(1),
  missingValues: z.array(z.string()).optional(),
  primaryKey: names.optional(),
  foreignKeys: z
    .array(z.object({ fields: names, reference: z.object({ resource: z.string(), fields: names }) }))
    .optional(),
})

const resource = z.object({
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  path: z.string().min(1),
  title: z.string().min(1),
  description: z.string().min(1),
  profile: z.literal('tabular-data-resource'),
  schema: tableSchema,
  /** `observations`: rows of a series at a place and time (columns series, place, year, month, value, low, high, unit, …). */
  kind: z.literal('observations').optional(),
  /** The column `unit` may differ within a series (dated acts whose magnitude is of any sort). */
  mixedUnits: z.boolean().optional(),
  /** No two rows may be equal in every column; contradicting rows differ in value or source, so there is no narrower key. */
  distinctRows: z.boolean().optional(),
  /** Every parameter that names a source is linked to a claim made from it, and no other is linked to any. */
  grounded: z.boolean().optional(),
})

const descriptor = z.object({
  profile: z.literal('tabular-data-package'),
  name: z.string().min(1),
  title: z.string().min(1),
  version: z.string().min(1),
  licenses: z.array(z.object({ name: z.string(), path: z.string(), title: z.string() })).min(1),
  sources: z.array(z.object({ title: z.string(), path: z.string().optional() })).min(1),
  resources: z.array(resource).min(1),
})

export type Field = z.infer<typeof field>
export type TableSchema = z.infer<typeof tableSchema>
export type Resource = z.infer<typeof resource>
export type Descriptor = z.infer<typeof descriptor>

/** Frictionless writes one name as a string and several as a list. */
export function nameList(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** A schema in which every column is an optional text: for files of users whose columns are only partly known. */
export function textSchema(columns: readonly string[]): TableSchema {
  return { fields: columns.map((name) => ({ name, type: 'string', description: name })) }
}

/** Reads datapackage.json. The descriptor is undefined when there is a problem; all problems of the file are returned. */
export function parseDescriptor(text: string, file: string): { descriptor?: Descriptor; problems: Problem[] } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const what = `is not valid JSON (${error instanceof Error ? error.message : String(error)})`
    return { problems: [{ code: 'descriptor', file, what, expected: 'a JSON object', todo: 'repair the syntax' }] }
  }
  const parsed = descriptor.safeParse(json)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      code: 'descriptor',
      file,
      field: issue.path.join('.') || '(whole file)',
      what: issue.message,
      expected: 'a tabular Data Package (version 1)',
      todo: 'correct this entry',
    }))
    return { problems }
  }
  return { descriptor: parsed.data, problems: keyProblems(parsed.data, file) }
}

/** Keys must name columns and resources that exist. */
function keyProblems(descriptor: Descriptor, file: string): Problem[] {
  const problems: Problem[] = []
  const columns = new Map(descriptor.resources.map((r) => [r.name, new Set(r.schema.fields.map((f) => f.name))]))
  const check = (resourceName: string, keys: readonly string[], field: string) => {
    for (const key of keys) {
      if (columns.get(resourceName)?.has(key)) continue
      const what = `${field} names ${resourceName}.${key}, which is not described`
      problems.push({ code: 'descriptor', file, field, what, expected: 'a described column', todo: 'correct the name' })
    }
  }
  for (const { name, schema } of descriptor.resources) {
    check(name, nameList(schema.primaryKey), 'primaryKey')
    for (const key of schema.foreignKeys ?? []) {
      check(name, nameList(key.fields), 'foreignKeys')
      check(key.reference.resource || name, nameList(key.reference.fields), 'foreignKeys')
    }
  }
  return problems
}
