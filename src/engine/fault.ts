/** What is wrong with what the engine was given, and what to do about it. */
export interface Fault {
  /** The mechanism, table or column concerned. */
  readonly where: string
  readonly what: string
  readonly expected: string
  readonly todo: string
}

/** Thrown with all faults at once, before anything runs. */
export class ModelError extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map((f) => `${f.where}: ${f.what} — expected ${f.expected}; ${f.todo}`).join('\n'))
    this.name = 'ModelError'
    this.faults = faults
  }
}

/** Does nothing when there is no fault. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new ModelError(faults)
}
