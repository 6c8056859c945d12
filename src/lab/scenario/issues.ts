// What a schema finds wrong, told in the words of the project: line, field, expectation, what to do.
import type { z } from 'zod'
import type { Problem } from '../../evidence/problem.ts'
import type { Reading } from '../document.ts'
import { suggestion } from './near.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** All problems that `schema` finds in what was read from `file`. `knownAt` lists the keys that a mapping may have. */
export function schemaProblems(
  schema: z.ZodType,
  reading: Reading,
  file: string,
  knownAt: (path: Path) => readonly string[],
): Problem[] {
  const result = schema.safeParse(reading.value)
  if (result.success) return []
  return result.error.issues.flatMap((issue) => tell(issue, [], reading, file, knownAt))
}

function tell(
  issue: Issue,
  above: Path,
  reading: Reading,
  file: string,
  knownAt: (path: Path) => readonly string[],
): Problem[] {
  const path = [...above, ...issue.path]
  const field = path.map(String).join('.') || 'file'
  const at = (path: Path) => ({ file, line: reading.lineOf(path) })
  const input = inside(reading.value, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = knownAt(path)
        return {
          code: 'unknown',
          ...at([...path, key]),
          field: [...path, key].map(String).join('.'),
          what: `"${key}" is not known here`,
          expected: expectedKeys(path, known),
          todo: suggestion(key, known),
        }
      })
    case 'invalid_union': {
      const told = fitting(issue.errors, input)
      return told.flatMap((inner) => tell(inner, path, reading, file, knownAt))
    }
    case 'invalid_value': {
      const values = issue.values.map(String)
      return [
        {
          code: 'unknown',
          ...at(path),
          field,
          what: `${show(input)} is not one of the words known here`,
          expected: values.map((v) => `"${v}"`).join(', '),
          todo: suggestion(String(input ?? ''), values),
        },
      ]
    }
    case 'too_big':
    case 'too_small': {
      const limit = issue.code === 'too_big' ? `at most ${issue.maximum}` : `at least ${issue.minimum}`
      const length = issue.origin === 'array' || issue.origin === 'string'
      return [
        {
          code: 'range',
          ...at(path),
          field,
          what: length ? 'this is empty or too long' : `${show(input)} is out of range`,
          expected: length ? `${limit} entries or letters` : limit,
          todo: 'correct the value',
        },
      ]
    }
    case 'invalid_format':
      return [
        {
          code: 'date',
          ...at(path),
          field,
          what: `${show(input)} is not a month`,
          expected: 'a month as 2015-09',
          todo: 'write year, hyphen and month',
        },
      ]
    default: {
      const expected = issue.code === 'invalid_type' ? typeWords(issue.expected) : issue.message
      const missing = input === undefined
      return [
        {
          code: missing ? 'missing' : 'type',
          ...at(path),
          field,
          what: missing ? 'this is missing' : `${show(input)} is of the wrong kind`,
          expected,
          todo: missing ? 'add it' : 'correct the value',
        },
      ]
    }
  }
}

/** Of the ways a value could have been right, the one its kind points to. */
function fitting(errors: readonly (readonly Issue[])[], input: unknown): readonly Issue[] {
  const deep = (issues: readonly Issue[]) =>
    issues.every(
      (issue) =>
        issue.path.length > 0 ||
        (issue.code !== 'invalid_type' && issue.code !== 'invalid_value' && issue.code !== 'invalid_union'),
    )
  const near = errors.filter((issues) => issues.length > 0 && deep(issues))
  if (near[0] !== undefined) return near[0]
  const wanted = typeof input === 'string' ? 'invalid_value' : 'invalid_type'
  return errors.find((issues) => issues.some(({ code }) => code === wanted)) ?? errors[0] ?? []
}

export function inside(value: unknown, path: Path): unknown {
  let here = value
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = (here as Record<PropertyKey, unknown>)[key]
  }
  return here
}

export function show(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const expectedKeys = (path: Path, known: readonly string[]): string =>
  known.length > 0 && known.length <= 30
    ? `one of ${known.join(', ')}`
    : `a key of ${path.map(String).join('.') || 'the file'}`

const typeWords = (expected: string): string =>
  ({
    number: 'a number',
    string: 'a text',
    object: 'a mapping of keys and values',
    array: 'a list',
    int: 'a whole number',
  })[expected] ?? `${expected}`
