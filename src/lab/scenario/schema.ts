// The shape of a scenario file, made from the declarations of levers, world choices and switches.
import { z } from 'zod'
import type { Field } from '../../system/levers.ts'
import { rulesSchema } from '../rules-of-policy/schema.ts'
import { type Choice, FIRST, LAST, optionsOf, type Vocabulary } from './types.ts'

const months = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe(`A month as 2015-09, from ${FIRST}-01 to ${LAST}-12`)
const words = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })

/** A value, or a dated list of values that hold from their month on. */
const dated = <T extends z.ZodType>(value: T) =>
  z.union([
    value,
    z
      .array(z.strictObject({ from: months, value }))
      .min(1)
      .describe('Values with the month each holds from'),
  ])

function shapeOf(field: Field) {
  const number = z.number().min(field.low).max(field.high)
  const told =
    field.words === undefined ? number : z.union([number, z.enum(Object.keys(field.words) as [string, ...string[]])])
  return told.describe(
    `${field.en} / ${field.es} (${field.unit === '1' ? 'share or index' : field.unit}; not used: ${field.none})`,
  )
}

const districts = z.union([z.enum(['all', 'direct', 'devida_zone']), z.array(z.string().min(1)).min(1)])

function leverShape(lever: Vocabulary['levers'][string]) {
  const fields = Object.fromEntries(
    Object.entries(lever.fields).map(([name, field]) => [name, dated(shapeOf(field)).optional()]),
  )
  const order = z.strictObject({
    ...fields,
    start: months.optional(),
    end: months.optional(),
    ...(lever.places
      ? { districts: dated(districts).optional().describe('all, direct, devida_zone, or a list of ubigeos or names') }
      : {}),
  })
  return z
    .union([z.literal('none').describe('Not used from the first month of the span on'), order])
    .optional()
    .describe(`${lever.about.en} / ${lever.about.es}`)
}

/** What a rule may set a lever to: values without dates. */
function actShape(lever: Vocabulary['levers'][string]) {
  const fields = Object.fromEntries(
    Object.entries(lever.fields).map(([name, field]) => [name, shapeOf(field).optional()]),
  )
  const order = z.strictObject({ ...fields, ...(lever.places ? { districts: districts.optional() } : {}) })
  return z.union([z.literal('none'), order]).optional()
}

const choices = (all: Readonly<Record<string, Choice>>) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(all).map(([name, choice]) => [
        name,
        z.enum(optionsOf(choice) as [string, ...string[]]).optional(),
      ]),
    ),
  )

/** The schema of scenario files. A lever's fields lie beside `start`, `end` and `districts`; ranges are those of the declarations. */
export function scenarioSchema(vocabulary: Vocabulary): z.ZodType {
  const made = schemas.get(vocabulary) ?? makeSchema(vocabulary)
  schemas.set(vocabulary, made)
  return made
}

/** Making one takes longer than reading a file with it. */
const schemas = new WeakMap<Vocabulary, z.ZodType>()

function makeSchema(vocabulary: Vocabulary): z.ZodType {
  const year = z.int().min(FIRST).max(LAST)
  return z.strictObject({
    title: words.describe('Title in English and Spanish'),
    about: words.optional().describe('What the scenario stands for, in a sentence or two'),
    from: z
      .string()
      .min(1)
      .optional()
      .describe('Name of the scenario that this one changes: its file name without .yaml'),
    span: z
      .strictObject({ from: year, to: year })
      .optional()
      .describe('Years that the scenario is about; inherited when absent'),
    levers: z
      .strictObject(
        Object.fromEntries(Object.entries(vocabulary.levers).map(([name, lever]) => [name, leverShape(lever)])),
      )
      .optional(),
    rules: rulesSchema(
      z.strictObject(
        Object.fromEntries(Object.entries(vocabulary.levers).map(([name, lever]) => [name, actShape(lever)])),
      ),
      months,
    ).optional(),
    world: choices(vocabulary.worldChoices).optional().describe('Choices about the outside world'),
    model: choices(vocabulary.switches).optional().describe('Fixes a rival mechanism that is otherwise drawn'),
  })
}

/** JSON Schema for editors, as it is written to scenarios/scenario.schema.json. */
export function scenarioJsonSchema(vocabulary: Vocabulary): object {
  return {
    title: 'VRAEM Lab scenario',
    ...(z.toJSONSchema(scenarioSchema(vocabulary), { target: 'draft-7' }) as object),
  }
}
