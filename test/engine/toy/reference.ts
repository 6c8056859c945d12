// The toy model run without kernels: rules by the language's f32 oracle, one household after another, on the same blocks.
import { blocksOf, type Machine, type Run, ruleDeclarations, type World } from '../../../src/engine/index.ts'
import { oracle } from '../../../src/language/index.ts'
import { FILES } from './model.ts'
import { params, state, type Toy } from './state.ts'

export function reference(
  world: World<Toy>,
  { code, mechanisms }: Machine<Toy>,
  run: Run<Toy>,
  blockSize = 4096,
): void {
  const declarations = ruleDeclarations(state, FILES, params)
  const columns = { id: world.id, ...world.household } as Record<string, Float32Array | Uint8ClampedArray | Int32Array>
  const row = Float32Array.from(Object.keys(declarations.param), (name) => run.params[name as keyof typeof params])
  const { districts } = world.placement
  const width = Object.keys(state.district).length
  const sums = Object.keys(state.sums).length
  const acts = code.stages.map((stage) => {
    if (stage.kind === 'step') {
      const step = mechanisms.find((one) => one.id === stage.mechanism)
      const act = step?.kind !== 'step' ? undefined : code.switchedOff.includes(step.id) ? step.without : step.step
      return () => act?.(world.moment)
    }
    const rules = oracle(FILES, stage.rules, declarations)
    return (month: number) => {
      const turn = blocksOf(world.placement, blockSize, stage.when === 'review' ? month % 12 : undefined)
      for (let d = 0; d < districts; d++)
        for (let b = turn.starts[d] ?? 0; b < (turn.starts[d + 1] ?? 0); b++)
          rules({
            columns,
            district: Float32Array.from(world.cells.district.subarray(d * width, (d + 1) * width)),
            params: row,
            sums: world.cells.sums.subarray(d * sums, (d + 1) * sums),
            lo: turn.low[b] ?? 0,
            hi: turn.high[b] ?? 0,
            month,
            seed: run.seed,
          })
    }
  })
  world.prepare(run.params, run.seed)
  world.reset()
  world.at(0, run.lever(0), run.world(0))
  run.start(world.moment)
  for (let month = 0; month < run.months; month++) {
    world.at(month, run.lever(month), run.world(month))
    world.cells.sums.fill(0)
    for (const act of acts) act(month)
  }
}
