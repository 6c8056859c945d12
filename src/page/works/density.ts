// A tiny picture of what is thought of a parameter: a curve for the prior, bars for what history leaves.
export interface Picture {
  readonly curve: string
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]
}

export function densityPicture(
  prior: readonly number[],
  drawn: readonly number[],
  width: number,
  height: number,
): Picture {
  const y = (value: number): number => height - (value / 100) * (height - 2)
  const step = width / prior.length
  const points = prior.map((value, k) => `${((k + 0.5) * step).toFixed(1)} ${y(value).toFixed(1)}`)
  const bar = width / drawn.length
  return {
    curve: `M0 ${height}L${points.join('L')}L${width} ${height}`,
    bars: drawn.map((value, k) => ({ x: k * bar + 0.5, y: y(value), width: bar - 1, height: height - y(value) })),
  }
}
