// A small study: four packages under futures that differ in what is unknown and in the world outside; regret, outcome by outcome.
//   node examples/study.mjs [futures] [sample] [folder]
import { decide, openLaboratory, runStudy, writeStudy } from 'vraem'

const [futures = 60, sample = 100] = process.argv.slice(2, 4).map(Number)
const folder = process.argv[4]
const lab = await openLaboratory()
const result = await runStudy(lab, {
  policies: ['baseline', 'cacao-first', 'eradication-30k', 'balanced'],
  futures,
  sample,
  onProgress: (done, total) => process.stderr.write(`\r${done} of ${total} futures`),
})
process.stderr.write('\n')

const { outcomes } = decide(result.study)
for (const { name, unit, policies } of outcomes.filter((one) => ['deaths', 'poverty_rate'].includes(one.name))) {
  console.log(`${name} (${unit}): median, and how far from the best package in nine of ten futures`)
  for (const { policy, p50, regret } of policies)
    console.log(`  ${policy}: ${p50.toPrecision(3)}, ${regret ? regret.p90.toPrecision(3) : '–'}`)
}
// tables that DuckDB, pandas, R and Arrow open: experiments, districts, groups
if (folder) await writeStudy(folder, result)
