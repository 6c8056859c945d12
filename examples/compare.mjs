// Two packages side by side: what they change for people, over the years, in the valley and by household group.
//   node examples/compare.mjs [draws] [sample]
import { compare, GROUPS, openLaboratory } from 'vraem'

const [draws = 20, sample = 100] = process.argv.slice(2).map(Number)
const lab = await openLaboratory()
const result = await compare(lab, { policies: ['baseline', 'cacao-first'], draws, sample, groups: [2035] })

// one row an outcome: the mean year, or the last year of a stock, and the paired difference to the first package
for (const name of ['deaths', 'household_income', 'poverty_rate', 'child_labour', 'coca_area']) {
  const row = result.periods.find((one) => one.scenario === 'cacao-first' && one.outcome === name)
  const { p05, p50, p95 } = row.difference
  console.log(
    `${name} (${row.unit}): ${p50.toPrecision(3)}, 90 % of draws from ${p05.toPrecision(3)} to ${p95.toPrecision(3)}`,
  )
}

// the same households, as they lived in December 2024
for (const { id, en } of GROUPS.filter(({ kind }) => kind === 'livelihood')) {
  const row = result.groups.find(
    (one) => one.group === id && one.measure === 'income' && one.scenario === 'cacao-first' && !one.suppressed,
  )
  console.log(
    `${en}: ${row ? `${row.difference.p50.toFixed(0)} soles a person and year` : 'too few households to say'}`,
  )
}
