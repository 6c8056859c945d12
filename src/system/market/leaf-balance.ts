import { max, min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Where the leaf goes: the legal buyer and traditional use, loss, processing, store. */
export const leafBalance: SystemStep = {
  id: 'leaf-balance',
  kind: 'step',
  subsystems: ['S10', 'S11'],
  says: 'A small part of the leaf goes the legal way because the price is low; the rest meets aggregate processing capacity, which follows supply and is slowed by the control of inputs.',
  claims: {
    C0543: 'legal uses of the leaf',
    C0545: 'illegal buyers pay three times',
    C0479: 'laboratories said to operate there',
    C0553: 'at least 200 laboratories reported',
    C0566: 'controls make producers change inputs',
    C0542: 'six percent of leaf legal',
    C0544: 'most leaf goes to trafficking',
  },
  ignores: 'How leaf is processed, and where. The yield of product per leaf is a published ratio.',
  effect: { outcome: 'potential_cocaine', off: 'lowers', atLeast: 0.2, years: [2004, 2006] },
  equation: [
    'legal = min(leaf, use + purchase · min(1, price paid / price))',
    'lost = a · (leaf − legal)',
    'processed = min(store + rest, capacity)',
    'product = processed / ratio(t)',
    'store += leaf − legal − lost − processed',
  ],
  reads: [
    'district.leafPrice',
    'lever.ground_interdiction',
    'lever.legal_purchase',
    'sum.leafT',
    'valley.leafLegal',
    'valley.leafLost',
    'valley.leafPerKg',
    'valley.leafProcessed',
    'valley.leafStock',
    'valley.processingCapacity',
    'world.legalLeafDemand',
  ],
  writes: [
    'valley.leafLegal',
    'valley.leafLost',
    'valley.leafOutput',
    'valley.leafPerKg',
    'valley.leafProcessed',
    'valley.leafStock',
    'valley.processingCapacity',
    'valley.product',
  ],
  parameters: [
    'capacity_margin',
    'input_control_effect',
    'leaf_loss',
    'leaf_per_kg_hcl_new',
    'leaf_per_kg_hcl_old',
    'leaf_spoilage',
    'legal_share_of_valley',
    'processing_growth',
    'soles_2024',
  ],
  step({ district, valley, lever, world, p, year }) {
    let leaf = 0
    let price = 0
    for (const d of district) {
      leaf += d.sum.leafT
      price += d.leafPrice * d.sum.leafT
    }
    const mean = leaf > 0 ? price / leaf : 1
    const paid = lever.legal_purchase.price / p.soles_2024
    const traditional = (world.legalLeafDemand / 12) * p.legal_share_of_valley
    const bought = (lever.legal_purchase.tonnes_per_year / 12) * min(1, paid / mean)
    valley.leafOutput = leaf
    valley.leafLegal = min(leaf, traditional + bought)
    valley.leafLost = (leaf - valley.leafLegal) * p.leaf_loss
    const rest = leaf - valley.leafLegal - valley.leafLost
    const inputs = 1 - p.input_control_effect * lever.ground_interdiction.inputs
    valley.processingCapacity +=
      (max(rest, valley.leafStock * 0.2) * p.capacity_margin - valley.processingCapacity) * p.processing_growth
    valley.leafProcessed = min(valley.leafStock + rest, valley.processingCapacity * inputs)
    valley.leafStock = max(valley.leafStock + rest - valley.leafProcessed, 0)
    const spoiled = valley.leafStock * p.leaf_spoilage
    valley.leafStock -= spoiled
    valley.leafLost += spoiled
    const newer = min(1, max(0, (year - 2008) / 9))
    valley.leafPerKg = p.leaf_per_kg_hcl_old + (p.leaf_per_kg_hcl_new - p.leaf_per_kg_hcl_old) * newer
    valley.product = valley.leafProcessed / valley.leafPerKg
  },
}
