/** The two uncertain shares of attitudes to coca; the parameter values of a draw satisfy it. */
export interface Shares {
  /** Share of farm households that never grow coca. */
  readonly share_never_coca: number
  /** Share of farm households that grow coca whatever the risk. */
  readonly share_undeterrable_coca: number
}

/** What the type of a household is read from: the same in every member of an ensemble. */
export interface TypeDraws {
  /** Uniform per household. */
  readonly typeDraw: Float32Array
  /** 1 where the household grew coca at the start. */
  readonly holder: Uint8Array
  readonly district: Uint16Array
  /** Share of a district's farms that grew coca at the start. */
  readonly holderShare: Float64Array
}

export const NEVER = 0
export const RESPONSIVE = 1
export const UNDETERRABLE = 2

/**
 * Attitude of each household under given shares: 0 never grows, 1 responsive, 2 undeterrable. Cheap enough to do for each member of
 * an ensemble, and monotone: with a higher share of undeterrable growers nobody stops being one.
 *
 * Whoever grew coca at the start is never of type 0, so among a district's other farms the chance of type 0 is
 * share_never / (1 − share of growers), at most 1: where nearly all grow, fewer than share_never abstain. Of those who are
 * not of type 0, the same part is undeterrable among growers and others; that growers of a year of low prices may
 * be more stubborn than others is left out.
 */
export function growerTypes(
  draws: TypeDraws,
  shares: Shares,
  into = new Uint8Array(draws.typeDraw.length),
): Uint8Array {
  const { typeDraw, holder, district, holderShare } = draws
  const never = Math.min(Math.max(shares.share_never_coca, 0), 1)
  const stubborn = never < 1 ? Math.min(Math.max(shares.share_undeterrable_coca, 0) / (1 - never), 1) : 0
  const others = Float64Array.from(holderShare, (share) => (share < 1 ? Math.min(1, never / (1 - share)) : 1))
  for (let k = 0; k < into.length; k++) {
    const abstain = holder[k] === 1 ? 0 : (others[district[k] as number] as number)
    const u = typeDraw[k] as number
    into[k] = u >= 1 - abstain ? NEVER : u < (1 - abstain) * stubborn ? UNDETERRABLE : RESPONSIVE
  }
  return into
}
