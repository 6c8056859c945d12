/** Units as products of powers, kept as canonical text: 'PEN/person/day' is 'PEN^1 day^-1 person^-1'; '' has no unit. */
export type Unit = string

const FACTOR = /(\/?)\s*([A-Za-z]+|1)(?:\^(-?\d+))?/g
const GRAMMAR = /^\s*(?:[A-Za-z]+|1)(?:\^-?\d+)?(?:(?:\s*\/\s*|\s+)(?:[A-Za-z]+|1)(?:\^-?\d+)?)*\s*$/

/** Is this text a unit: 'ha', '1', 'PEN/person/day', 'ha month/PEN', 'm^2'? */
export const isUnit = (text: string): boolean => GRAMMAR.test(text)

/** 'PEN/person/day' is made of PEN, person and day. */
export const namesOf = (text: string): string[] =>
  [...text.matchAll(FACTOR)].flatMap(([, , name = '1']) => (name === '1' ? [] : [name]))

const known = new Map<string, Unit>()

/** Text to unit; every `/` divides by the one factor after it. */
export function unit(text: string): Unit {
  const old = known.get(text)
  if (old !== undefined) return old
  const powers = new Map<string, number>()
  for (const [, slash, name = '1', power = '1'] of text.matchAll(FACTOR))
    if (name !== '1') powers.set(name, (powers.get(name) ?? 0) + (slash ? -1 : 1) * Number(power))
  const result = pack(powers)
  known.set(text, result)
  return result
}

export function times(a: Unit, b: Unit, sign: 1 | -1 = 1): Unit {
  if (b === '') return a
  if (a === '' && sign === 1) return b
  const powers = open(a)
  for (const [name, power] of open(b)) powers.set(name, (powers.get(name) ?? 0) + sign * power)
  return pack(powers)
}

/** The square root; undefined where it has no unit. */
export function root(a: Unit): Unit | undefined {
  const powers = [...open(a)]
  return powers.some(([, power]) => power % 2)
    ? undefined
    : pack(new Map(powers.map(([name, power]) => [name, power / 2])))
}

/** As people write it: 'ha month/PEN'. */
export function show(u: Unit): string {
  const powers = [...open(u)]
  const factor = (name: string, power: number) => (power === 1 ? name : `${name}^${power}`)
  const above = powers.filter(([, power]) => power > 0).map(([name, power]) => factor(name, power))
  const below = powers.filter(([, power]) => power < 0).map(([name, power]) => `/${factor(name, -power)}`)
  return (above.join(' ') || '1') + below.join('')
}

const pack = (powers: ReadonlyMap<string, number>): Unit =>
  [...powers]
    .filter(([, power]) => power !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, power]) => `${name}^${power}`)
    .join(' ')

const open = (u: Unit): Map<string, number> =>
  new Map(
    u === ''
      ? []
      : u.split(' ').map((factor) => {
          const [name = '', power] = factor.split('^')
          return [name, Number(power)]
        }),
  )
