// Local-linear regression adjustment: what the particles would be had their runs made the targets exactly.
import { dot, firmCholesky, matrix, moments, solved } from './linear.ts'
import { quantilesOf, type Weighted } from './task.ts'

interface Accepted {
  readonly z: readonly number[]
  readonly misfit: readonly number[]
  readonly distance: number
  readonly weight: number
}

/**
 * Particles moved along the weighted regression of their scores on their misfits (Epanechnikov weights up to the tolerance, a
 * small ridge). With too few particles for the number of targets they are returned as they are.
 */
export function adjusted(particles: readonly Accepted[], tolerance: number): Weighted[] {
  const total = particles.reduce((sum, { weight }) => sum + weight, 0)
  const plain = particles.map(({ z, weight }) => ({ u: quantilesOf(z), weight: weight / total }))
  const m = particles[0]?.misfit.length ?? 0
  if (particles.length < 2 * (m + 1)) return plain
  const edge = tolerance * 1.0001
  const w = particles.map(({ weight, distance }) => (weight / total) * Math.max(0.001, 1 - (distance / edge) ** 2))
  const { mean, covariance } = moments(
    particles.map(({ misfit }) => misfit),
    w,
  )
  // a ridge of one particle's worth keeps targets that hardly vary from deciding
  const factor = firmCholesky(
    matrix(m, m, (i, j) => (covariance.data[i * m + j] as number) * (i === j ? 1 + 1 / particles.length : 1)),
  )
  const d = particles[0]?.z.length ?? 0
  const sum = w.reduce((a, b) => a + b, 0)
  const slopes = Array.from({ length: d }, (_, j) => {
    const middle = particles.reduce((s, { z }, k) => s + (w[k] as number) * (z[j] as number), 0) / sum
    const cross = Float64Array.from(
      { length: m },
      (_, i) =>
        particles.reduce(
          (s, { z, misfit }, k) =>
            s + (w[k] as number) * ((z[j] as number) - middle) * ((misfit[i] as number) - (mean[i] as number)),
          0,
        ) / sum,
    )
    return solved(factor, cross)
  })
  return particles.map(({ z, misfit }, k) => ({
    u: quantilesOf(z.map((v, j) => v - dot(slopes[j] as Float64Array, misfit))),
    weight: (w[k] as number) / sum,
  }))
}
