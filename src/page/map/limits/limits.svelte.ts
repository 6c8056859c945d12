// The reader's own limits of the districts. They stay in this tab: nothing is sent and nothing is kept.
import type { Geography } from '../../../report/input.ts'
import type { Known } from './match.ts'
import { type Answer, type Fault, type Limits, MOST_BYTES } from './read.ts'

interface Own {
  readonly name: string
  readonly limits: Limits
}
/** A file that takes longer than this, in ms, is not one of limits. */
const PATIENCE = 60_000
let own = $state.raw<Own>()
let fault = $state.raw<{ readonly name: string; readonly fault: Fault }>()
let reading = $state('')
let thread: Worker | undefined

export const limits = {
  /** What is drawn. */
  get own(): Own | undefined {
    return own
  },
  /** Why the last file could not be drawn; what was there stays. */
  get fault(): { readonly name: string; readonly fault: Fault } | undefined {
    return fault
  },
  /** Name of the file being read, or ''. */
  get reading(): string {
    return reading
  },
  /** Draws the limits of a file, or says why not. A later file takes the place of one that is still being read. */
  async take(file: File, places: Geography): Promise<void> {
    stop()
    fault = undefined
    const answer = file.size > MOST_BYTES ? tooLarge(file) : await read(file, knownOf(places))
    if (!answer) return
    reading = ''
    if ('fault' in answer) fault = { name: file.name, fault: answer.fault }
    else own = { name: file.name, limits: answer.limits }
  },
  /** Back to the schematic cells. */
  remove(): void {
    stop()
    own = undefined
    fault = undefined
  },
}

function stop(): void {
  thread?.terminate()
  thread = undefined
  reading = ''
}

const tooLarge = ({ size }: File): Answer => ({ fault: { code: 'large', megabytes: Math.round(size / 1e6) } })

/** Undefined when another file was given meanwhile. */
function read(file: File, districts: readonly Known[]): Promise<Answer | undefined> {
  const mine = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  thread = mine
  reading = file.name
  return new Promise((done) => {
    const end = (answer: Answer) => {
      const current = thread === mine
      if (current) stop()
      done(current ? answer : undefined)
    }
    mine.addEventListener('message', ({ data }: MessageEvent<Answer>) => end(data))
    setTimeout(() => end({ fault: { code: 'thread' } }), PATIENCE)
    mine.addEventListener('error', () => end({ fault: { code: 'thread' } }))
    mine.postMessage({ file, districts })
  })
}

const knownOf = ({ cells }: Geography): Known[] =>
  cells.map(({ ubigeo, name, province = '', rings }) => {
    const points = rings.flat()
    const middle = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / Math.max(1, points.length)
    return { ubigeo, name, province, lon: middle(0), lat: middle(1) }
  })

/** The geography with the reader's outlines; a district of which the file has nothing is not drawn. */
export function withOwn(places: Geography, { shapes }: Limits): Geography {
  const rings = new Map(shapes.map((shape) => [shape.ubigeo, shape.rings]))
  return { ...places, cells: places.cells.map((cell) => ({ ...cell, rings: rings.get(cell.ubigeo) ?? [] })) }
}
