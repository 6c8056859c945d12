// Gathers the description. Nothing is said here that the code does not say.
import type { Quantity } from '../../engine/model.ts'
import { FIRST, LAST } from '../../lab/scenario/types.ts'
import type {
  Described,
  Description,
  EntityDescription,
  MechanismDescription,
  ParameterDescription,
  StreamDescription,
} from './description.ts'
import { inputOf } from './input-data.ts'
import { mechanismsOf } from './mechanisms.ts'
import { aboutOf, closureOf, headOf, mentioned, stretchesOf } from './spoken.ts'

const START = 'src/system/start.ts'
const HOUSEHOLDS = ['src/valley/population.ts', 'src/valley/geography.ts']
/** Files that declare or hand on, and so name everything without using it. */
const DECLARING = ['src/system/parameters.ts', 'src/system/state.ts', 'src/system/model.ts', 'src/system/schedule.ts']

/** The model as plain data. Throws the language's Refused when a rule is wrong. */
export function describe(of: Described): Description {
  const mechanisms = mechanismsOf(of)
  const own = new Set(mechanisms.map(({ file }) => file))
  const others = Object.keys(of.texts).filter(
    (file) => /^src\/(?:system|valley)\//.test(file) && !own.has(file) && !DECLARING.includes(file),
  )
  return {
    schedule: scheduleOf(of, mechanisms),
    entities: entitiesOf(of, mechanisms),
    mechanisms,
    streams: streamsOf(of, mechanisms, others),
    parameters: parametersOf(of, mechanisms, others),
    start: startOf(of),
    scales: scalesOf(of),
    input: inputOf(of, mechanisms),
  }
}

function scalesOf({ model, pack }: Described): Description['scales'] {
  const { valley, zones } = model.factsOf(pack)
  return { years: [FIRST, LAST], districts: valley.districts.length, zones: zones.length }
}

function scheduleOf({ texts }: Described, mechanisms: readonly MechanismDescription[]): Description['schedule'] {
  const text = texts['src/system/schedule.ts'] ?? ''
  let from = 0
  const stretches = stretchesOf(text).map(({ says, count }) => {
    const ids = mechanisms.slice(from, from + count).map(({ id }) => id)
    from += count
    return { says, mechanisms: ids }
  })
  const rest = mechanisms.slice(from).map(({ id }) => id)
  return {
    about: headOf(text),
    stretches: rest.length > 0 ? [...stretches, { says: '', mechanisms: rest }] : stretches,
  }
}

/** Entities by the name that steps and lists use, with the name of their declaration. */
const ENTITIES = [
  ['household', 'household'],
  ['sum', 'sums'],
  ['district', 'district'],
  ['zone', 'zone'],
  ['mode', 'mode'],
  ['valley', 'valley'],
] as const

function entitiesOf({ model, texts }: Described, mechanisms: readonly MechanismDescription[]): EntityDescription[] {
  const users = (list: 'reads' | 'writes', name: string) =>
    mechanisms.filter((one) => one[list].includes(name)).map(({ id }) => id)
  return ENTITIES.map(([name, declared]) => ({
    name,
    about: aboutOf(texts[`src/system/state/${declared}.ts`] ?? '', new RegExp(`export const ${declared} =`)),
    columns: Object.entries(model.state[declared]).map(([column, quantity]) => {
      const { unit, about, fixed, flow, type } = quantity as Quantity & { flow?: true; type?: 'f32' | 'u8' }
      const full = `${name}.${column}`
      return {
        name: full,
        unit,
        about,
        type: name === 'household' ? (type ?? 'f32') : 'f64',
        fixed: fixed ?? false,
        flow: flow ?? name === 'sum',
        writtenBy: users('writes', full),
        readBy: users('reads', full),
      }
    }),
  }))
}

function streamsOf(
  { model, texts }: Described,
  mechanisms: readonly MechanismDescription[],
  others: readonly string[],
): StreamDescription[] {
  return model.state.streams.map((name) => {
    const quoted = new RegExp(`\\.(?:uniform|normal)\\('${name}'`)
    return {
      name,
      usedBy: [
        ...mechanisms.filter((one) => one.streams.includes(name)).map(({ id }) => id),
        ...others.filter((file) => quoted.test(texts[file] ?? '')),
      ],
    }
  })
}

function parametersOf(
  { pack, texts }: Described,
  mechanisms: readonly MechanismDescription[],
  others: readonly string[],
): ParameterDescription[] {
  const named = new Map(others.map((file) => [file, new Set(parametersNamed(file, texts[file] ?? ''))]))
  return pack.parameters.map(({ name, unit, low, central, high, distribution, claims, source }) => ({
    name,
    unit,
    low,
    central,
    high,
    distribution,
    claims,
    source,
    readBy: [
      ...mechanisms.filter((one) => one.parameters.includes(name)).map(({ id }) => id),
      ...others.filter((file) => named.get(file)?.has(name)),
    ],
  }))
}

/** `p.inflation`; the households at the start name parameters as properties, so there any such word outside quotes counts. */
const parametersNamed = (file: string, text: string): string[] =>
  file.startsWith('src/valley/')
    ? mentioned(text.replace(/'[^'\n]*'/g, ''), /\b([a-z]\w*_\w+)\b/g)
    : mentioned(text, /\bp\.(\w+)/g)

/** Names that start.ts gives to the rows it sets. */
const ROWS: Readonly<Record<string, string>> = { valley: 'valley', m: 'mode', d: 'district', z: 'zone' }

function startOf({ texts }: Described): Description['start'] {
  const text = texts[START] ?? ''
  const set = mentioned(text, /\b((?:valley|m|d|z)\.\w+) [-+*/]?= /g)
  // of the constants, those that state a judgement
  const households = closureOf(HOUSEHOLDS, texts, 'src/valley/').flatMap((file) =>
    mentioned(texts[file] ?? '', /^export (?:function|const) (\w+)/gm).flatMap((name) => {
      const about = aboutOf(texts[file] ?? '', new RegExp(`^export (?:function|const) ${name}\\b`, 'm'))
      const isFunction = (texts[file] ?? '').includes(`export function ${name}`)
      return about !== '' && (isFunction || about.includes('Judgement')) ? [{ file, name, about }] : []
    }),
  )
  return {
    about: headOf(text),
    columns: set.map((name) => name.replace(/^\w+/, (row) => ROWS[row] ?? row)),
    households,
  }
}
