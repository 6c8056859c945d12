import { quantity } from '../../language/prim.ts'
import { exp } from '../../language/std.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const uprootingText: SystemMechanism = {
  id: 'uprooting',
  kind: 'rule',
  when: 'monthly',
  file: 'src/system/farm/uprooting.ts',
  rule: 'uprooting',
  without: 'noUprooting',
  subsystems: ['S18'],
  says: 'An eradication campaign takes whole plots of the families it reaches, who remember it for years.',
  claims: {
    C0254: 'removal by hand, no spraying',
    C0578: 'eradication always mobilises the growers',
    C0147: 'stronger eradication lowers coca area',
  },
  ignores: 'Partial removal, spraying (not used in Peru) and injuries.',
  effect: {
    outcome: 'coca_area',
    off: 'raises',
    atLeast: 0.15,
    scenario: 'eradication-30k',
    from: 2026,
    years: [2026, 2027],
  },
}

/** Plots lost to a campaign. */
export const uprooting = rule(({ h, d, p, o, draw }) => {
  h.fear = h.fear * exp((-0.6931 * quantity(1, 'month')) / p.risk_memory_halflife)
  if (d.uprootChance > 0) {
    const hit = draw('uprooting') < d.uprootChance * quantity(1, 'month') ? 1 : 0
    const lost = hit * (h.cocaYoung + h.cocaBearing)
    h.cocaYoung = h.cocaYoung * (1 - hit)
    h.cocaBearing = h.cocaBearing * (1 - hit)
    h.uprooted += lost
    h.fear = lost > 0 ? 1 : h.fear
    o.uprootedHa += (h.weight * h.here * lost) / quantity(1, 'month')
  }
})

/** Without it no plot is touched. */
export const noUprooting = rule(() => {})
