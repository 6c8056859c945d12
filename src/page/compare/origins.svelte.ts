// The way back from a curve or a lever to those who say so: what the drawer shows, and how the reader came there.
export type OriginKind = 'outcome' | 'mechanism' | 'parameter' | 'lever'
export interface Origin {
  readonly kind: OriginKind
  readonly id: string
}

let trail = $state.raw<readonly Origin[]>([])

export const origins = {
  get trail(): readonly Origin[] {
    return trail
  },
  open(kind: OriginKind, id: string): void {
    trail = [{ kind, id }]
  },
  further(kind: OriginKind, id: string): void {
    trail = [...trail, { kind, id }]
  },
  back(to: number): void {
    trail = trail.slice(0, to + 1)
  },
  close(): void {
    trail = []
  },
}
