import { quantity } from '../../language/prim.ts'
import { clamp, log } from '../../language/std.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const harvestText: SystemMechanism = {
  id: 'harvest',
  kind: 'rule',
  when: 'monthly',
  file: 'src/system/farm/harvest.ts',
  rule: 'harvest',
  without: 'noHarvest',
  subsystems: ['S7', 'S9'],
  says: 'A harvest is taken when what a picker earns beats other work; a harvest left on the bush costs leaf, not bushes. Pickers get a share of the leaf.',
  claims: {
    C0535: 'up to four harvests yearly',
    C0547: 'seasonal workers on one farm',
    C0540: 'coca brings cash each quarter',
    C0156: 'travelling pickers hired for harvest',
  },
  ignores: 'Storage on the farm and the exact dates of the four harvests, which differ from farm to farm.',
  effect: { outcome: 'leaf_output', off: 'lowers', atLeast: 0.5, years: [2000, 2001] },
}

/** What a month's picking brings, what it needs in labour, and what it leaves as net income before wages. */
export const harvest = rule(({ h, d, p, o }) => {
  const pickerPay = p.picker_share_of_leaf_value * d.leafPrice * p.coca_kg_dried_per_picker_day
  const keenness = log(pickerPay / d.farmWage) - h.frugal
  const picked = clamp(p.usual_harvest_share + keenness / (4 * p.shutdown_slope), 0, 1) * d.labourMet
  const potential = h.cocaBearing * h.vigour * h.soil * d.leafYield
  h.leaf = potential * picked
  h.unpicked += (1 - picked - h.unpicked) * (1 / 12)
  const kilos = h.leaf * quantity(1000, 'kg/t')
  const standing = h.cocaYoung + h.cocaBearing
  h.cocaDays = kilos / p.coca_kg_dried_per_picker_day + standing * (p.coca_upkeep_days / quantity(12, 'month/yr'))
  const inputs = standing * (p.coca_input_cost / quantity(12, 'month/yr'))
  h.cocaMoney = kilos * d.leafPrice - inputs
  const w = h.weight * h.here
  o.leafT += w * h.leaf
  o.leafPotentialT += w * potential
  o.inputsPen += w * inputs
})

/** Without it all leaf stays on the bush. */
export const noHarvest = rule(({ h, d }) => {
  h.leaf = 0
  h.cocaDays = 0
  h.cocaMoney = h.cocaBearing * d.leafYield * quantity(0, 'PEN/t')
})
