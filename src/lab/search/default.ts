// The search that runs when no file is named: people first, and what it costs.

/** A search file as a user would write it; it is written into the folder of a search as the start of one's own. */
export const DEFAULT_SEARCH = `# A search: ranges stand where numbers are open. Copy it, change it, and run vraem search FILE.yaml
title: {en: 'Contracts, schools, roads and a rule for low prices', es: 'Contratos, escuelas, caminos y una regla para precios bajos'}
from: baseline
start: 2026-01
levers:
  alternative_development:
    districts: direct
    places_per_year: {low: 0, high: 8000, step: 500}
    grant: 0.7
    bonus: {low: 0, high: 600, step: 100}
    bonus_months: 24
    assistance: 0.7
    promptness: 0.7
  crop_market:
    districts: direct
    price_premium: {low: 0, high: 0.15, step: 0.01}
  school_transfers:
    coverage: {low: 0.5, high: 0.95, step: 0.05}
    pen_per_child: {low: 75, high: 250, step: 25}
  roads:
    districts: direct
    km_per_year: {low: 0, high: 150, step: 10}
  health_and_schools:
    districts: direct
    pen_per_person: {low: 0, high: 500, step: 50}
  dialogue:
    districts: direct
    effort: {low: 0, high: 0.8, step: 0.1}
  forced_eradication:
    districts: devida_zone
    hectares_per_year: {low: 0, high: 10000, step: 1000}
  bases_and_patrols:
    conduct: {low: 0.3, high: 0.9, step: 0.1}
# Used or not, as the search finds: more contracts while leaf is cheap.
rules:
  - when: {outcome: leaf_price, below: {low: 4, high: 16, step: 1}, unit: PEN/kg, for_months: 6}
    then: {alternative_development: {districts: direct, places_per_year: {low: 2000, high: 12000, step: 1000}}}
    lasts_months: 24
objectives:
  - {outcome: poverty_rate}
  - {outcome: deaths}
  - {outcome: household_income}
  - {outcome: public_cost}
`
