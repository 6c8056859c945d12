// Which years the draws of a result never saw.
import type { Compared } from './compared.ts'
import { HOLDOUT } from './limits.ts'

/** The hold-out years are held out of these draws: a refit on later facts has seen them. */
export const heldOut = ({ result }: Pick<Compared, 'result'>): boolean =>
  (result.marks?.until ?? HOLDOUT[0] - 1) < HOLDOUT[0]
