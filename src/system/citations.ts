// What the model says it rests on, as links of the evidence ledger: mechanisms and levers cite claims in their own headers.
import type { Citations } from '../engine/model.ts'
import type { Link, LinkKind } from '../evidence/ledger/link.ts'
import { model } from './model.ts'

/** A link for each claim that a mechanism or a lever cites. */
export function citations(): Link[] {
  return [
    ...model.mechanisms.flatMap(({ id, claims }) => links('mechanism', id, claims)),
    ...Object.entries(model.levers).flatMap(([name, { claims }]) => links('lever', name, claims)),
  ]
}

function links(kind: LinkKind, target: string, cited: Citations): Link[] {
  if (cited === 'judgement') return []
  return Object.entries(cited).map(([claim, supports]) => ({ claim, kind, target, supports }))
}
