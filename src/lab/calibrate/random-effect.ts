// One variance for what districts differ by beyond their covariates: the restricted maximum likelihood of a normal random effect.

/**
 * `residuals`: ln(model / observed) by district, means over years; `errors`: their standard deviations. Returns the standard
 * deviation of the effect, the common shift, and the ln likelihood; the likelihood ranks parameter sets without a constant each.
 */
export function randomEffect(
  residuals: ArrayLike<number>,
  errors: ArrayLike<number>,
): { sd: number; shift: number; lnLikelihood: number } {
  const at = (sd: number) => {
    let [weight, sum, ln] = [0, 0, 0]
    for (let k = 0; k < residuals.length; k++) {
      const variance = sd * sd + (errors[k] as number) ** 2
      weight += 1 / variance
      sum += (residuals[k] as number) / variance
      ln -= 0.5 * Math.log(variance)
    }
    const shift = sum / weight
    for (let k = 0; k < residuals.length; k++)
      ln -= (0.5 * ((residuals[k] as number) - shift) ** 2) / (sd * sd + (errors[k] as number) ** 2)
    return { sd, shift, lnLikelihood: ln - 0.5 * Math.log(weight) }
  }
  // the likelihood of one variance has one peak: narrow the bracket by golden section
  let [low, high] = [0, 5]
  const ratio = (Math.sqrt(5) - 1) / 2
  for (let round = 0; round < 60; round++) {
    const a = high - ratio * (high - low)
    const b = low + ratio * (high - low)
    if (at(a).lnLikelihood >= at(b).lnLikelihood) high = b
    else low = a
  }
  const inner = at((low + high) / 2)
  const none = at(0)
  return none.lnLikelihood >= inner.lnLikelihood ? none : inner
}
