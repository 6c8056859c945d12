// Maps as Graphviz DOT. Nothing in them depends on the machine, so two texts can be compared line by line.
import type { NodeKind, SystemMap } from './map.ts'

const SHAPES: Readonly<Record<NodeKind, string>> = {
  mechanism: 'shape=box, style=filled, fillcolor="#e8eef4"',
  household: 'shape=ellipse, color="#4a7c59"',
  sum: 'shape=ellipse, color="#4a7c59", style=dashed',
  district: 'shape=ellipse, color="#8a6d3b"',
  zone: 'shape=ellipse, color="#7b6b8d"',
  mode: 'shape=ellipse, color="#7b6b8d"',
  valley: 'shape=ellipse, color="#35618f"',
  lever: 'shape=invhouse, color="#a33c3c"',
  world: 'shape=parallelogram, color="#666666"',
  outcome: 'shape=octagon, style=bold',
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** The whole map: mechanisms by room, state, levers, the world, outcomes. State that nothing touches is left out. */
export function mapDot({ nodes, edges }: SystemMap): string {
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const shown = nodes.filter(({ id }) => touched.has(id))
  const line = ({ id, kind, label, unit, about }: SystemMap['nodes'][number]) => {
    const tooltip = unit === undefined ? about : `${about} (${unit})`
    return `${quoted(id)} [label=${quoted(label)}, ${SHAPES[kind]}, tooltip=${quoted(tooltip)}]`
  }
  const rooms = [...new Set(shown.flatMap(({ room }) => room ?? []))]
  return text('model', [
    ...rooms.flatMap((room) => [
      `subgraph ${quoted(`cluster_${room}`)} {`,
      `  label=${quoted(room)}`,
      ...shown.filter((node) => node.room === room).map((node) => `  ${line(node)}`),
      '}',
    ]),
    ...shown.filter(({ room }) => room === undefined).map(line),
    ...edges.map(({ from, to }) => `${quoted(from)} -> ${quoted(to)}`),
  ])
}

/** Mechanisms alone: an edge where one writes what the other reads, dashed where it is seen a month after. */
export function mechanismsDot({ nodes, mechanisms }: SystemMap): string {
  const about = new Map(nodes.map((node) => [node.id, node.about]))
  return text('mechanisms', [
    ...mechanisms.nodes.map(
      (id) => `${quoted(id)} [${SHAPES.mechanism}, tooltip=${quoted(about.get(`mechanism.${id}`) ?? '')}]`,
    ),
    ...mechanisms.edges.map(({ from, to, through, when }) => {
      const style = when === 'next month' ? ', style=dashed' : ''
      return `${quoted(from)} -> ${quoted(to)} [tooltip=${quoted(through.join(', '))}${style}]`
    }),
  ])
}

const text = (name: string, lines: readonly string[]): string =>
  `digraph ${name} {\n  rankdir=LR\n  node [fontname="sans-serif", fontsize=10]\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
