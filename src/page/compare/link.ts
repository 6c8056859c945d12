// A comparison as a piece of an address: `1~r:baseline~w:climate:dry~p:cacao-first;l.roads.km_per_year:60`.
// Parts are read one by one, so that a damaged link keeps what is whole.
import { type Comparison, DRAWS, initial } from './comparison.ts'
import { type Draft, MOST } from './draft.ts'

export const VERSION = 1

export interface LinkFault {
  readonly kind: 'newer' | 'part' | 'many'
  /** The part that could not be read. */
  readonly text: string
}

type Tree = { [key: string]: unknown }
const SECTIONS = { l: 'levers', w: 'world', m: 'model' } as const
const SINGLE = { t: 'title', a: 'about', s: 'span', r: 'rules' } as const

/** '' for what the page shows anyway. */
export function writeLink(comparison: Comparison): string {
  const { reference, packages, world, draws } = comparison
  const parts = [
    ...(reference === initial.reference ? [] : [`r:${escaped(reference)}`]),
    ...(draws === DRAWS ? [] : [`n:${draws}`]),
    ...Object.entries(world).map(([name, option]) => `w:${name}:${escaped(option)}`),
    ...packages.map((draft) => `p:${[escaped(draft.from ?? ''), ...itemsOf(draft)].join(';')}`),
  ]
  const text = [VERSION, ...parts].join('~')
  return text === DEFAULT ? '' : text
}
const DEFAULT = `${VERSION}~p:${initial.packages[0]?.from}`

function itemsOf({ title, about, span, rules, levers, world, model }: Draft): string[] {
  const items: string[] = []
  const put = (path: string, value: unknown) => items.push(`${path}:${written(value)}`)
  for (const [key, value] of Object.entries({ t: title, a: about, s: span, r: rules }))
    if (value !== undefined) put(key, value)
  for (const [lever, order] of Object.entries(levers)) {
    if (order === 'none') put(`l.${lever}`, 'none')
    else for (const [field, value] of Object.entries(order)) put(`l.${lever}.${field}`, value)
  }
  for (const [name, value] of Object.entries(world)) put(`w.${name}`, value)
  for (const [name, value] of Object.entries(model)) put(`m.${name}`, value)
  return items
}

/** Never throws. Names are not checked here: whoever knows the scenarios does that. */
export function readLink(text: string): { comparison: Comparison; faults: LinkFault[] } {
  if (text === '') return { comparison: initial, faults: [] }
  const [version = '', ...parts] = text.split('~')
  const faults: LinkFault[] = []
  const bad = (part: string) => void faults.push({ kind: 'part', text: part.slice(0, 80) })
  if (Number(version) > VERSION) faults.push({ kind: 'newer', text: version })
  else if (version !== String(VERSION)) bad(version)
  let reference = initial.reference
  let draws = DRAWS
  const world: Record<string, string> = {}
  const packages: Draft[] = []
  for (const part of parts) {
    const [kind, first = '', second] = split(part)
    if (kind === 'r' && first !== '') reference = unescaped(first)
    else if (kind === 'n' && /^\d+$/.test(first)) draws = Number(first)
    else if (kind === 'w' && second) world[first] = unescaped(second)
    else if (kind === 'p' && packages.length < MOST) packages.push(readDraft(part.slice(2), bad))
    else if (kind === 'p') faults.push({ kind: 'many', text: part.slice(0, 80) })
    else bad(part)
  }
  return {
    comparison: { reference, draws, world, packages: packages.length > 0 ? packages : initial.packages },
    faults,
  }
}

function split(part: string): readonly [string, string | undefined, string | undefined] {
  const [kind = '', first, ...rest] = part.split(':')
  return [kind, first, rest.length > 0 ? rest.join(':') : undefined]
}

function readDraft(text: string, bad: (part: string) => void): Draft {
  const [base = '', ...items] = text.split(';')
  const levers: Record<string, 'none' | Tree> = {}
  const world: Record<string, string> = {}
  const model: Record<string, string> = {}
  const single: Tree = {}
  for (const item of items) {
    const at = item.indexOf(':')
    const [head = '', name, field] = item.slice(0, at).split('.')
    const value = at < 0 ? undefined : read(item.slice(at + 1))
    const section = Object.hasOwn(SECTIONS, head) ? SECTIONS[head as keyof typeof SECTIONS] : undefined
    const one = Object.hasOwn(SINGLE, head) ? SINGLE[head as keyof typeof SINGLE] : undefined
    if (value === undefined) bad(item)
    else if (one && name === undefined) single[one] = value
    else if (section === 'levers' && name && field) {
      const order = levers[name]
      levers[name] = { ...(typeof order === 'object' ? order : {}), [field]: value }
    } else if (section === 'levers' && name && value === 'none') levers[name] = 'none'
    else if (section === 'world' && name && typeof value === 'string') world[name] = value
    else if (section === 'model' && name && typeof value === 'string') model[name] = value
    else bad(item)
  }
  const from = unescaped(base)
  return { ...(from === '' ? {} : { from }), ...single, levers, world, model } as Draft
}

/** A word as it stands where it can only be read as that word; anything else as JSON. */
function written(value: unknown): string {
  if (typeof value === 'number') return String(value)
  const bare = typeof value === 'string' && /^[\p{L}][\p{L}\d _.-]*$|^\d{4}-\d\d$/u.test(value)
  return escaped(bare ? String(value) : JSON.stringify(value))
}

function read(text: string): unknown {
  const plain = unescaped(text)
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(plain)) return Number(plain)
  if (!/^["[{]/.test(plain)) return plain === '' ? undefined : plain
  try {
    return JSON.parse(plain)
  } catch {
    return undefined
  }
}

const escaped = (text: string): string =>
  text.replace(/[%~;]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
const unescaped = (text: string): string =>
  text.replace(/%(25|7E|3B)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
