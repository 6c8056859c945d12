import { max, quantity } from '../../language/prim.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const familyText: SystemMechanism = {
  id: 'family',
  kind: 'rule',
  when: 'review',
  file: 'src/system/people/family.ts',
  rule: 'family',
  without: 'noBirths',
  subsystems: ['S6'],
  says: 'Births and ageing add hands; members who see better pay outside leave.',
  claims: {
    C0291: 'national population growth per year',
    C0309: 'third of residents under fifteen',
    C0290: 'young people leave for cities',
    C0293: 'high births offset by losses',
  },
  ignores: 'Ages within the two groups, marriages, and households that split.',
  effect: { outcome: 'population', off: 'lowers', atLeast: 0.015, years: [2004, 2006] },
}

/** A year in the family. */
export const family = rule(({ h, p, o }) => {
  const year = quantity(1, 'yr')
  const persons = h.adults + h.children
  const born = persons * (p.natural_increase + p.death_rate) * year
  const grown = h.children * (year / quantity(15, 'yr'))
  const died = persons * p.death_rate * year
  const sent = h.choice === 7 ? quantity(1, 'person') * h.here : 0
  h.children = h.children + born - grown
  h.adults = max(h.adults + grown - died - sent, quantity(0.5, 'person'))
  const w = h.weight * h.here
  o.bornPersons += w * (h.adults + h.children - persons + sent)
  o.leftPersons += w * sent
})

/** Without it families stay as they are, and whoever was to go stays. */
export const noBirths = rule(({ h }) => {
  h.adults = h.adults + h.choice * quantity(0, 'person')
})
