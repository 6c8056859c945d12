// A package of your own with a rule in it, in a study with the baseline: where does it do worse for people?
//   node examples/own-rule.mjs [futures] [sample]
import { discover, openLaboratory, runStudy, valuesOf } from 'vraem'

const [futures = 60, sample = 100] = process.argv.slice(2).map(Number)

// as a scenario file: school transfers that rise when leaf prices fall
const lab = await openLaboratory({
  'transfers-when-leaf-is-cheap.yaml': `
title: {en: Transfers when leaf is cheap, es: Transferencias cuando baja la hoja}
from: baseline
levers:
  school_transfers: {coverage: 0.8, pen_per_child: 110, start: 2026-01}
rules:
  - when: {outcome: leaf_price, below: 12, unit: PEN/kg, for_months: 6}
    then: {school_transfers: {pen_per_child: 200}}
    lasts_months: 24
`,
})
const own = 'transfers-when-leaf-is-cheap'
const { study, failures } = await runStudy(lab, { policies: ['baseline', own], futures, sample })
for (const { future, what } of failures) console.log(`future ${future} is left out: ${what}`)

const poverty = study.outcomes.find(({ name }) => name === 'extreme_poverty_rate')
const middle = (policy) => valuesOf(study, poverty, policy).slice().sort()[Math.floor(futures / 2)]
const percent = (share) => `${(100 * share).toFixed(1)} %`
console.log(`extreme poverty, middle future: baseline ${percent(middle(0))}, with the rule ${percent(middle(1))}`)

const limit = { outcome: 'extreme_poverty_rate', at_most: 0.08 }
const found = discover(study, { policy: own, failing: { kind: 'thresholds', thresholds: [limit] } })
console.log(`above 8 % in ${found.futures.fails} of ${found.futures.kept} futures: ${found.verdict}`)
for (const { name, low, high } of found.box?.limits ?? []) console.log(`  ${name} from ${low} to ${high}`)
