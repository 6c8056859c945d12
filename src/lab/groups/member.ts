// To which groups a household belongs.
import { GROWS_HA, type GroupId, INDIGENOUS, LARGE_HA, MANY_CHILDREN, TREES_HA } from './groups.ts'

/** A household on the day that counts. */
export interface HouseholdNow {
  readonly farm: boolean
  /** Standing coca; cacao and coffee, ha. */
  readonly coca: number
  readonly trees: number
  readonly contract: boolean
  readonly children: number
  readonly poor: boolean
  /** Share of its district with an Indigenous mother tongue. */
  readonly indigenous: number
}

/** One group of every kind that parts all households, and the others it belongs to. */
export function groupsOf(now: HouseholdNow): GroupId[] {
  return [
    livelihoodOf(now),
    ...(now.contract ? (['contract'] as const) : []),
    now.poor ? 'poor' : 'not-poor',
    ...(now.children >= MANY_CHILDREN ? (['many-children'] as const) : []),
    now.indigenous < INDIGENOUS.few
      ? 'indigenous-few'
      : now.indigenous > INDIGENOUS.most
        ? 'indigenous-most'
        : 'indigenous-half',
  ]
}

function livelihoodOf({ farm, coca, trees }: HouseholdNow): GroupId {
  if (coca > GROWS_HA) return coca < LARGE_HA ? 'coca-small' : 'coca-large'
  if (!farm) return 'town'
  return trees >= TREES_HA ? 'trees' : 'other-farms'
}
