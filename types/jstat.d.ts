/** The part of jstat that this project uses; jstat ships no types. Add what you need, with its meaning. */
declare module 'jstat' {
  interface OneParameter {
    pdf(x: number, a: number): number
    cdf(x: number, a: number): number
    inv(p: number, a: number): number
  }
  interface TwoParameters {
    pdf(x: number, a: number, b: number): number
    cdf(x: number, a: number, b: number): number
    inv(p: number, a: number, b: number): number
  }
  interface ThreeParameters {
    pdf(x: number, a: number, b: number, c: number): number
    cdf(x: number, a: number, b: number, c: number): number
    inv(p: number, a: number, b: number, c: number): number
  }
  const jStat: {
    /** mean, standard deviation */
    normal: TwoParameters
    /** mean and standard deviation of the logarithm */
    lognormal: TwoParameters
    /** shapes alpha, beta */
    beta: TwoParameters
    /** shape, scale */
    gamma: TwoParameters
    /** shape, scale */
    invgamma: TwoParameters
    /** degrees of freedom */
    studentt: OneParameter
    /** degrees of freedom */
    chisquare: OneParameter
    /** low, high, mode */
    triangular: ThreeParameters
    /** logarithm of the gamma function */
    gammaln(x: number): number
    /** logarithm of the beta function */
    betaln(x: number, y: number): number
    /** regularised incomplete beta function */
    ibeta(x: number, a: number, b: number): number
    /** regularised lower incomplete gamma function: shape, x */
    lowRegGamma(a: number, x: number): number
    erf(x: number): number
  }
  export default jStat
}
