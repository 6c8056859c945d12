// A study as one block of bytes: a key in JSON, and the numbers behind it. Numbers that come again and again are written once.
import { retold } from '../unknowns/unknowns.ts'
import type { DistrictRow, GroupFigures } from './assemble.ts'
import { flatRows, type RowTable, rowsFrom } from './rows.ts'
import { STUDY_SCHEMA, type StudyResult } from './study.ts'
import type { Study, StudyOutcome, Uncertainty } from './table.ts'

/** First bytes of the file. */
const MAGIC = 'VRAEMST1'
const LEAD = MAGIC.length + 4

/** `f32` keeps seven digits and half the room. */
export type Precision = 'f64' | 'f32'

const ARRAYS = { f64: Float64Array, f32: Float32Array, i32: Int32Array, u16: Uint16Array, u8: Uint8Array } as const
type ArrayName = keyof typeof ARRAYS
type Numbers = InstanceType<(typeof ARRAYS)[ArrayName]>

/** Where an array stands in the block. */
interface Part {
  readonly type: ArrayName
  readonly at: number
  readonly length: number
}
/** Numbers as they are, or places in a list of different ones. */
type Kept = { readonly all: number } | { readonly different: number; readonly places: number }

interface KeptTable {
  readonly rows: number
  readonly columns: readonly ({ readonly name: string } & (
    | { readonly words: readonly string[]; readonly places: number }
    | { readonly numbers: Kept }
  ))[]
}

interface Key {
  readonly schema: number
  readonly precision: Precision
  readonly manifest: StudyResult['manifest']
  readonly failures: StudyResult['failures']
  readonly futures: number
  readonly policies: Study['policies']
  readonly uncertainties: readonly { readonly told: Omit<Uncertainty, 'values'>; readonly values: Kept }[]
  readonly outcomes: readonly { readonly told: Omit<StudyOutcome, 'values'>; readonly values: Kept }[]
  readonly failed: number
  readonly draws?: Kept
  readonly districts: KeptTable
  readonly groups: KeptTable
  readonly parts: readonly Part[]
}

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8

/** Little-endian, as all machines are that run this. */
export function packStudy(result: StudyResult, precision: Precision = 'f64'): Uint8Array {
  const { study, manifest, failures } = result
  const parts: Part[] = []
  const arrays: Numbers[] = []
  const known = new Map<string, number>()
  let end = 0
  const put = (type: ArrayName, values: ArrayLike<number>): number => {
    const array = ARRAYS[type].from(values as ArrayLike<number>) as Numbers
    const key = `${type} ${array.length} ${type === 'u16' ? array.join() : parts.length}`
    const there = known.get(key)
    if (there !== undefined) return there
    known.set(key, parts.length)
    parts.push({ type, at: end, length: array.length })
    arrays.push(array)
    end += padded(array.byteLength)
    return parts.length - 1
  }
  const keep = (values: ArrayLike<number>, type: ArrayName = precision): Kept => {
    // zero is zero, whatever its sign
    const different = [...new Set(Array.from(values))]
    if (different.length > 65_535 || different.length * 3 > values.length) return { all: put(type, values) }
    const place = new Map(different.map((value, k) => [value, k]))
    return {
      different: put(type, different),
      places: put(
        'u16',
        Array.from(values, (one) => place.get(one) ?? 0),
      ),
    }
  }
  const table = ({ rows, columns }: RowTable): KeptTable => ({
    rows,
    columns: columns.map(({ name, values }) => {
      if (values.every((value) => typeof value === 'number')) return { name, numbers: keep(values) }
      const words = [...new Set(values.map(String))]
      return {
        name,
        words,
        places: put(
          'u16',
          values.map((value) => words.indexOf(String(value))),
        ),
      }
    }),
  })
  const told = <T extends { readonly values: unknown }>({ values: _, ...rest }: T): Omit<T, 'values'> => rest
  const key: Key = {
    ...{ schema: STUDY_SCHEMA, precision, manifest, failures, futures: study.futures, policies: study.policies },
    uncertainties: study.uncertainties.map((one) => ({
      told: told(one),
      values: keep(one.values, one.kind === 'choice' ? 'i32' : precision),
    })),
    outcomes: study.outcomes.map((one) => ({ told: told(one), values: keep(one.values) })),
    failed: put('u8', study.failed),
    ...(study.draws && { draws: keep(study.draws, 'i32') }),
    districts: table(flatRows(result.districts)),
    groups: table(flatRows(result.groups)),
    parts,
  }
  const json = new TextEncoder().encode(JSON.stringify(key))
  const start = padded(LEAD + json.length)
  const bytes = new Uint8Array(start + end)
  bytes.set(new TextEncoder().encode(MAGIC))
  new DataView(bytes.buffer).setUint32(MAGIC.length, json.length, true)
  bytes.set(json, LEAD)
  arrays.forEach(({ buffer, byteOffset, byteLength }, k) => {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start + (parts[k] as Part).at)
  })
  return bytes
}

/** The study again. Throws RangeError when the bytes are not those of a study of this schema. */
export function unpackStudy(block: Uint8Array): StudyResult {
  const key = keyIn(block)
  const start = padded(LEAD + lengthIn(block))
  if (key.schema !== STUDY_SCHEMA) throw new RangeError(`a study of schema ${key.schema}`)
  const array = (part: number): Numbers => {
    const { type, at, length: count } = key.parts[part] as Part
    const size = count * ARRAYS[type].BYTES_PER_ELEMENT
    if (start + at + size > block.length) throw new RangeError('the study is cut off')
    // a copy begins where arrays of any type may; `slice` of a Buffer would be none
    return new ARRAYS[type](new Uint8Array(block.subarray(start + at, start + at + size)).buffer)
  }
  const numbers = (kept: Kept): Numbers => {
    if ('all' in kept) return array(kept.all)
    const different = array(kept.different)
    return Float64Array.from(array(kept.places), (place) => different[place] as number)
  }
  const table = ({ rows, columns }: KeptTable): RowTable => ({
    rows,
    columns: columns.map((column) => ({
      name: column.name,
      values:
        'words' in column
          ? Array.from(array(column.places), (place) => column.words[place] as string)
          : [...numbers(column.numbers)],
    })),
  })
  return {
    study: {
      futures: key.futures,
      policies: key.policies,
      uncertainties: key.uncertainties.map(({ told: written, values }): Uncertainty => {
        const told = retold(written)
        const found = numbers(values)
        return told.kind === 'choice'
          ? ({ ...told, values: Int32Array.from(found) } as Uncertainty)
          : ({ ...told, values: Float64Array.from(found) } as Uncertainty)
      }),
      outcomes: key.outcomes.map(({ told, values }) => ({ ...told, values: Float64Array.from(numbers(values)) })),
      failed: Uint8Array.from(array(key.failed)),
      ...(key.draws && { draws: Int32Array.from(numbers(key.draws)) }),
    },
    districts: rowsFrom<DistrictRow>(table(key.districts)),
    groups: rowsFrom<GroupFigures>(table(key.groups)),
    failures: key.failures,
    manifest: key.manifest,
  }
}

const lengthIn = (block: Uint8Array): number =>
  new DataView(block.buffer, block.byteOffset, block.byteLength).getUint32(MAGIC.length, true)

function keyIn(block: Uint8Array): Key {
  const text = new TextDecoder()
  if (block.length < LEAD || text.decode(block.subarray(0, MAGIC.length)) !== MAGIC)
    throw new RangeError('these bytes are no study')
  const length = lengthIn(block)
  if (LEAD + length > block.length) throw new RangeError('the study is cut off')
  return JSON.parse(text.decode(block.subarray(LEAD, LEAD + length))) as Key
}
