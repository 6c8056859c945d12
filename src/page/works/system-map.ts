// The system drawn in layers: what can be changed on the left, the rooms of the model in the middle, what is measured on the right.
import type { Words } from '../../report/input.ts'
import type { PackedModel } from './packed.ts'

export const ROOMS = [
  'levers',
  'beyond',
  'government',
  'nature',
  'land',
  'farm',
  'people',
  'market',
  'trafficking',
  'conflict',
  'community',
  'reporting',
  'outcomes',
] as const
export type Room = (typeof ROOMS)[number]

const COLUMNS: readonly (readonly Room[])[] = [
  ['levers', 'beyond'],
  ['government', 'nature', 'land'],
  ['farm', 'people'],
  ['market', 'conflict', 'trafficking', 'community', 'reporting'],
  ['outcomes'],
]
/** Left end and width of each column, as wide as its longest name. */
const PLACES: readonly (readonly [x: number, width: number])[] = [
  [0, 276],
  [330, 226],
  [610, 188],
  [852, 182],
  [1084, 240],
]
const WIDTH = 1324
const ROW = 19
const HEAD = 26
const GAP = 18

export interface Item {
  /** `mechanism.trust`, `lever.dialogue`, `outcome.deaths`. */
  readonly id: string
  readonly kind: 'mechanism' | 'lever' | 'outcome'
  readonly name: Words
  readonly room: Room
  readonly column: number
  readonly x: number
  readonly y: number
  readonly width: number
}
export interface Flow {
  readonly from: string
  readonly to: string
  readonly path: string
  readonly later: boolean
  /** Names of the quantities that flow; empty from levers and to outcomes. */
  readonly through: readonly string[]
}
export interface SystemDrawing {
  readonly width: number
  readonly height: number
  readonly rooms: readonly {
    readonly room: Room
    readonly x: number
    readonly y: number
    readonly width: number
    readonly items: readonly Item[]
  }[]
  readonly flows: readonly Flow[]
}

interface Named {
  readonly id: string
  readonly kind: Item['kind']
  readonly name: Words
}

function membersOf(model: PackedModel, room: Room): Named[] {
  if (room === 'levers') return model.levers.map(({ id, name }) => ({ id: `lever.${id}`, kind: 'lever', name }))
  if (room === 'outcomes') return model.outcomes.map(({ id, name }) => ({ id: `outcome.${id}`, kind: 'outcome', name }))
  return model.mechanisms
    .filter((one) => one.room === room)
    .map(({ id, name }) => ({ id: `mechanism.${id}`, kind: 'mechanism', name }))
}

export function systemDrawing(model: PackedModel): SystemDrawing {
  const heights = COLUMNS.map((rooms) =>
    rooms.reduce((sum, room) => sum + HEAD + membersOf(model, room).length * ROW + GAP, -GAP),
  )
  const tallest = Math.max(...heights)
  const rooms = COLUMNS.flatMap((names, column) => {
    // Short columns are spread over the height of the tallest one.
    const spare = names.length > 1 ? Math.min(40, (tallest - (heights[column] ?? 0)) / (names.length - 1)) : 0
    const used = (heights[column] ?? 0) + spare * (names.length - 1)
    let y = 8 + (tallest - used) / 2
    return names.map((room) => {
      const [x, width] = PLACES[column] ?? [0, 0]
      const members = membersOf(model, room)
      const items = members.map((one, k): Item => ({ ...one, room, column, x, width, y: y + HEAD + (k + 0.5) * ROW }))
      const height = HEAD + members.length * ROW
      const placed = { room, x, y, width, items }
      y += height + GAP + spare
      return placed
    })
  })
  const items = new Map(rooms.flatMap((room) => room.items.map((item) => [item.id, item] as const)))
  return { width: WIDTH, height: tallest + 16, rooms, flows: flowsOf(model, items) }
}

function flowsOf(model: PackedModel, items: ReadonlyMap<string, Item>): Flow[] {
  const flow = (from: string, to: string, later: boolean, through: readonly string[] = []): Flow[] => {
    const [a, b] = [items.get(from), items.get(to)]
    return a && b && a !== b ? [{ from, to, later, through: through.map(spelt), path: curve(a, b) }] : []
  }
  return [
    ...model.levers.flatMap(({ id, readBy }) => readBy.flatMap((to) => flow(`lever.${id}`, `mechanism.${to}`, false))),
    ...model.edges.flatMap(({ from, to, when, through }) =>
      flow(`mechanism.${from}`, `mechanism.${to}`, when === 'next month', through),
    ),
    ...model.outcomes.flatMap(({ id, madeBy }) =>
      madeBy.flatMap((from) => flow(`mechanism.${from}`, `outcome.${id}`, false)),
    ),
  ]
}

/** From the right end of one to the left end of the other; against the reading direction from left end to right end. */
function curve(a: Item, b: Item): string {
  const forward = b.column > a.column
  const same = b.column === a.column
  const [x1, x2] = forward ? [a.x + a.width - 4, b.x - 6] : same ? [a.x - 6, b.x - 6] : [a.x - 6, b.x + b.width - 4]
  const bend = same ? 20 + Math.abs(b.y - a.y) * 0.12 : Math.max(28, Math.abs(x2 - x1) / 2)
  const [c1, c2] = forward ? [x1 + bend, x2 - bend] : same ? [x1 - bend, x2 - bend] : [x1 - bend, x2 + bend]
  return `M${x1} ${a.y}C${c1} ${a.y} ${c2} ${b.y} ${x2} ${b.y}`
}

/** `district.leafPrice` is `leaf price`. */
const spelt = (quantity: string): string =>
  quantity.slice(quantity.indexOf('.') + 1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** Items at the other ends, each with what flows. */
export interface Neighbours {
  readonly in: ReadonlyMap<string, readonly string[]>
  readonly out: ReadonlyMap<string, readonly string[]>
}

/** What reaches an item, and what it reaches. */
export function neighboursOf(flows: readonly Flow[], id: string): Neighbours {
  const gathered = (from: (flow: Flow) => string, to: (flow: Flow) => string) => {
    const found = new Map<string, readonly string[]>()
    for (const flow of flows)
      if (to(flow) === id) found.set(from(flow), [...new Set([...(found.get(from(flow)) ?? []), ...flow.through])])
    return found
  }
  return {
    in: gathered(
      (flow) => flow.from,
      (flow) => flow.to,
    ),
    out: gathered(
      (flow) => flow.to,
      (flow) => flow.from,
    ),
  }
}
