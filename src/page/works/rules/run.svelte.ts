// The reference of the comparison under changed rules, beside itself under the model's own: the same draws for both.
import { besides } from '../../../lab/changed.ts'
import type { NamedRules } from '../../../lab/manifest.ts'
import { type Compared, compared } from '../../../report/compared.ts'
import { type ChangedCode, type Collector, Stopped } from '../../../web/index.ts'
import { table } from '../../compare/desk.svelte.ts'
import { engine } from '../../compare/engine.svelte.ts'
import { planOf } from '../../compare/plan.ts'
import { snapshot, summary } from '../../compare/summary.ts'
import { here } from '../../state/here.svelte.ts'

type Phase = 'idle' | 'opening' | 'running' | 'done' | 'stopped' | 'faulty'

export interface Beside {
  readonly gathered: Collector
  readonly front: Compared
  readonly full: Compared | undefined
  readonly complete: boolean
  readonly final: boolean
}

let phase = $state<Phase>('idle')
let fault = $state.raw<unknown>()
let done = $state(0)
let total = $state(0)
let answer = $state.raw<Beside>()
let key = $state('')
let runs = 0

export const beside = {
  get phase() {
    return phase
  },
  get fault() {
    return fault
  },
  get done() {
    return done
  },
  get total() {
    return total
  },
  get answer() {
    return answer
  },
  /** Of the rules of the answer. */
  get key() {
    return key
  },
  /** Runs in place of an earlier run; what was found before stays in sight until something new is there. */
  async run(code: ChangedCode, named: NamedRules): Promise<void> {
    const mine = ++runs
    const stale = () => mine !== runs
    phase = 'opening'
    fault = undefined
    try {
      await engine.open()
      const { lab } = engine
      if (stale()) return
      if (!lab) throw engine.fault
      table.follow(here.query.comparar ?? '')
      const own = planOf(lab, { ...table.now, packages: [] })
      const plan = { ...own, scenarios: besides(own.scenarios, named) }
      phase = 'running'
      done = 0
      total = plan.draws.indices.length
      const onProgress = (count: number) => {
        if (!stale()) done = count
      }
      const show = async (collector: Collector, final: boolean) => {
        const gathered = snapshot(collector)
        const behind = () => stale() || (!final && phase !== 'running')
        const front = await summary(lab, gathered, false, behind)
        if (!front) return
        key = code.key
        answer = { gathered, front: withRules(front, named), full: undefined, complete: false, final }
        const full = final ? await summary(lab, gathered, true, behind) : undefined
        if (full) answer = { ...answer, full: withRules(full, named), complete: true }
      }
      const gathered = await engine.beside({ plan, rules: code, onProgress, onBand: (band) => void show(band, false) })
      if (stale()) return
      phase = 'done'
      await show(gathered, true)
    } catch (error) {
      if (stale()) return
      phase = error instanceof Stopped ? 'stopped' : 'faulty'
      fault = error
    }
  },
  /** What was found so far stays. */
  cancel(): void {
    engine.cancel()
  },
}

/** The manifest says which rules were changed, as that of the command line does. */
const withRules = ({ result }: Compared, named: NamedRules): Compared =>
  compared({ ...result, manifest: { ...result.manifest, rules: named } })
