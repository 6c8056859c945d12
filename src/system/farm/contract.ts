import { max, min, quantity } from '../../language/prim.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const contractText: SystemMechanism = {
  id: 'contract',
  kind: 'rule',
  when: 'monthly',
  file: 'src/system/farm/contract.ts',
  rule: 'contract',
  without: 'noContract',
  subsystems: ['S20'],
  says: 'A signed family waits for funds, often long; with funds it plants cacao, gives up part or all of its coca, and is helped for some years. Promises that lapse are remembered.',
  claims: {
    C0337: 'weak incentives stall voluntary substitution',
    C0339: 'participants revert when subsidies end',
    C0353: 'substitution of 2014 mostly unimplemented',
    C0354: 'money and logistics stalled substitution',
    C0355: 'broken promises turn into protest',
  },
  ignores: 'Group contracts, and crops other than cacao in the supported plot.',
  effect: {
    outcome: 'legal_crop_area/cacao',
    off: 'lowers',
    atLeast: 0.04,
    scenario: 'cacao-first',
    from: 2026,
    years: [2030, 2032],
  },
}

/** The months of a contract: waiting, support, end. */
export const contract = rule(({ h, d, p, o, draw }) => {
  const w = h.weight * h.here
  let funded = 0
  if (h.contract === 1) funded = draw('funds') < d.fundsChance * quantity(1, 'month') ? 1 : 0
  if (h.contract === 1 || h.contract === 2) {
    const lapsed = h.contract === 1 && funded === 0 && h.contractMonths >= p.contract_patience ? 1 : 0
    const ended = h.contract === 2 && h.contractMonths >= d.supportMonths ? 1 : 0
    h.contract = funded === 1 ? 2 : lapsed === 1 ? 0 : ended === 1 ? 3 : h.contract
    const months = min(h.contractMonths + quantity(1, 'month'), quantity(250, 'month'))
    h.contractMonths = funded + lapsed + ended > 0 ? 0 : months
    o.brokenContracts += w * lapsed
    o.waitingFamilies += w * (h.contract === 1 ? 1 : 0)
    o.supportedFamilies += w * (h.contract === 2 ? 1 : 0)
  }
  // with the funds comes the plot: on coca land as far as the contract asks, then on idle land, then on food plots
  if (funded === 1) {
    const tiny = quantity(0.0001, 'ha')
    const coca = h.cocaYoung + h.cocaBearing
    const trees = h.cacaoYoung + h.cacaoBearing + h.coffeeYoung + h.coffeeBearing
    const wanted = min(p.ad_plot, h.land)
    const traded = coca * (d.conditional > 0.5 ? 1 : min((wanted * p.ad_coca_offset) / max(coca, tiny), 1))
    const free = traded + max(h.land - coca - trees - h.food, 0)
    const fromFood = min(max(wanted - free, 0), h.food)
    const plot = min(wanted, free + fromFood)
    const left = 1 - traded / max(coca, tiny)
    h.cocaYoung = h.cocaYoung * left
    h.cocaBearing = h.cocaBearing * left
    h.food -= fromFood
    h.cacaoYoung += plot
    // the family's part of the cost: savings as far as they go, else its own work
    const cost = plot * p.cacao_establishment_cost * (1 - d.grantShare)
    const paid = min(cost, h.cash)
    h.cash -= paid
    o.contractDroppedHa += w * traded
    o.newLegalHa += w * plot
    o.lostLegalHa += w * fromFood
    o.establishCashPen += w * paid
    o.grantPen += w * plot * p.cacao_establishment_cost * d.grantShare
  }
})

/** Without it contracts are never signed into effect. */
export const noContract = rule(({ h }) => {
  h.contract = 0
})
