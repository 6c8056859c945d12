/**
 * The month as a list of household rules and district steps. Neighbouring household rules become one kernel; a district step
 * between two of them starts a new one, which flows cannot cross. Reviewed rules run for the cohort under review, the others
 * of the block run `otherwise`.
 */

/** biome-ignore lint/suspicious/noExplicitAny: a district step is the caller's, with whatever arguments it likes */
type AnyStep = (...args: any[]) => unknown

export interface Reviewed {
  readonly reviewed: readonly string[]
  readonly otherwise: readonly string[]
}

/** A household rule by name, rules for a cohort under review, or a district step. */
export type Entry<Step extends AnyStep> = string | Reviewed | Step

/** review: the kernel for the cohort under review; kernel: for all others. */
export interface KernelStage {
  readonly kernel: string
  readonly review?: string
}
export type Stage<Step extends AnyStep> = KernelStage | Step

export interface Plan<Step extends AnyStep> {
  /** Kernel -> the rules it fuses, as compile() takes them. */
  readonly kernels: Record<string, string[]>
  readonly stages: readonly Stage<Step>[]
}

export function plan<Step extends AnyStep = () => void>(entries: readonly Entry<Step>[]): Plan<Step> {
  const kernels: Record<string, string[]> = {}
  const stages: Stage<Step>[] = []
  let group: (string | Reviewed)[] = []
  const close = () => {
    if (group.length === 0) return
    const kernel = `stage${stages.length}`
    kernels[kernel] = group.flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.otherwise))
    if (group.every((entry) => typeof entry === 'string')) stages.push({ kernel })
    else {
      const review = `${kernel}review`
      kernels[review] = group.flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.reviewed))
      stages.push({ kernel, review })
    }
    group = []
  }
  for (const entry of entries) {
    if (typeof entry === 'function') {
      close()
      stages.push(entry)
    } else group.push(entry)
  }
  close()
  return { kernels, stages }
}
