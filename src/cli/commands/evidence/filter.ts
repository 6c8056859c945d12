/** The filters that the evidence commands share, read from the options. */
import type { Filter } from '../../../evidence/ledger/select.ts'
import type { Call } from '../../command.ts'

export function filterOf({ options }: Call): Filter {
  const { subject, topic, place, source, kind, period } = options
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(topic === undefined ? {} : { topic }),
    ...(place === undefined ? {} : { place }),
    ...(source === undefined ? {} : { source }),
    ...(kind === undefined ? {} : { kind }),
    ...(period === undefined ? {} : { from: period.from, to: period.to }),
  }
}
