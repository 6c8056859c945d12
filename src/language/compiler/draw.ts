/** draw('stream', index) as graph: Philox2x32-10 on integers, as draws.ts states it. */
import type { CallExpression } from 'acorn'
import { counterOf, INDEXES, MULTIPLIER, ROUNDS, WEYL } from '../draws.ts'
import { constant, number } from './numbers.ts'
import { fail, nearest } from './problem.ts'
import { type Lowering, type Num, num, type Scope } from './values.ts'

export function draw(run: Lowering, node: CallExpression, scope: Scope): Num {
  const [name, index] = node.arguments
  const stream = name?.type === 'Literal' && typeof name.value === 'string' ? name.value : undefined
  if (stream === undefined) return fail(node, 'a stream of draws is named', "write draw('weather')")
  const place = run.decl.streams.indexOf(stream)
  if (place < 0) return fail(node, `no stream of draws is called ${stream}`, nearest(stream, run.decl.streams))
  if (run.decl.household[run.id]?.type !== 'i32')
    return fail(
      node,
      `draws are keyed by h.${run.id}, which is not declared`,
      `declare ${run.id}: { type: 'i32', fixed: true, … }`,
    )
  const k = index ? constant(run, number(run.evaluate(index, scope), index)) : 0
  if (k === undefined || !Number.isInteger(k) || k < 0 || k >= INDEXES)
    return fail(
      index ?? node,
      'the index of a draw is not known in advance',
      `use whole numbers from 0 to ${INDEXES - 1}`,
    )
  if (run.drawOnce) once(run, node, stream, k)
  run.rule.draws.add(stream)
  return num(uniform(run, place, k), '')
}

/** A household has one number per stream, index and month: two places that draw it would share their luck unseen. */
function once({ library, rule }: Lowering, node: CallExpression, stream: string, index: number): void {
  const { line, column } = node.loc?.start ?? { line: 0, column: 0 }
  const here = { place: `${rule.file}:${line}:${column + 1}`, rule: rule.name }
  const name = `${stream} ${index}`
  const before = library.drawn.get(name) ?? here
  library.drawn.set(name, before)
  if (before.place === here.place) return
  const first =
    before.rule === rule.name ? `in line ${before.place.split(':').at(-2)}` : `by ${before.rule} (${before.place})`
  fail(
    node,
    `draw('${stream}'${index ? `, ${index}` : ''}) is drawn ${first} already: both would be the same number`,
    before.rule === rule.name
      ? `keep it in a const if one number is meant, else write draw('${stream}', ${index + 1})`
      : `use a stream that no other rule uses, or draw('${stream}', ${index + 1})`,
  )
}

function uniform({ graph, id }: Lowering, stream: number, index: number): number {
  let x = graph.leaf('id', id)
  const counter = counterOf(0, stream, index)
  const month = graph.leaf('month')
  let y = counter ? graph.op('iadd', [month, graph.int(counter)]) : month
  let key = graph.leaf('seed')
  for (let round = 0; round < ROUNDS; round++) {
    const high = graph.op('mulhigh', [x], MULTIPLIER)
    const low = graph.op('imul', [x, graph.int(MULTIPLIER)])
    x = graph.op('ixor', [graph.op('ixor', [key, y]), high])
    y = low
    key = graph.op('iadd', [key, graph.int(WEYL)])
  }
  const word = graph.op('shift', [stream & 1 ? y : x], 8)
  return graph.op('mul', [graph.op('tofloat', [word]), graph.number(2 ** -24)])
}
