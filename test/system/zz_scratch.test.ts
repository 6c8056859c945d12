import fc from 'fast-check'
import { test } from 'vitest'
import { buildMachine, createWorld } from '../../src/engine/index.ts'
import { anyTrial } from './any.ts'
import { audit } from './audits.ts'
import { lab, people, run, tables } from './trial.ts'
import { model } from '../../src/system/model.ts'
const muts: [string, string, string][] = [
  ['farm/replanting.ts', ', max(h.land - crops, 0))', ', h.uprooted)'],
  ['farm/contract.ts', 'const plot = min(wanted, free + fromFood)', 'const plot = wanted'],
  ['farm/purse.ts', 'o.unpaidPen += w * unpaid', 'o.unpaidPen += w * unpaid * 0'],
  ['people/family.ts', '- died - sent', '- sent'],
  ['people/family.ts', 'o.leftPersons += w * sent', 'o.leftPersons += w * sent * 0'],
  ['farm/ageing.ts', 'h.cocaYoung += renewed', 'h.cocaYoung += worn'],
  ['farm/land-use.ts', 'h.land += clearedCoca + clearedTrees', 'h.land += clearedCoca'],
  ['farm/labour.ts', 'o.farmWagePen += w * onFarms', 'o.farmWagePen += w * onFarms * 0.5'],
  ['farm/labour.ts', 'h.cocaMoney = h.cocaMoney - paidOnCoca', 'h.cocaMoney = h.cocaMoney - paidOnCoca * 0.9'],
  ['people/coming-and-going.ts', 'h.cocaYoung = h.cocaYoung * stays', 'h.cocaYoung = h.cocaYoung * 1'],
]
test('mut', { timeout: 600000 }, () => {
  const trials = fc.sample(anyTrial(120), { numRuns: 3, seed: 2000 })
  const pop = people(200)
  for (const [f, a, b] of muts) {
    const files = Object.fromEntries(model.ruleFiles.map((path) => [path, lab.sources.model[path] ?? '']))
    const path = 'src/system/' + f
    if (!files[path]!.includes(a)) { console.log('NOT FOUND', f, a); continue }
    files[path] = files[path]!.replace(a, b)
    const world = createWorld(buildMachine(model.state, model.mechanisms, files, model.parameters), pop, tables) as any
    const found = new Set<string>()
    for (const t of trials) { const books = audit(world); run(world, { ...t, onMonth: books.month }); for (const w of books.wrong) found.add(w.split(':')[0]!.split(',')[0] + ':' + w.split(':')[1]) }
    console.log(f, '|', b.slice(0, 50), '->', [...found].slice(0, 3).join(' ; ') || 'NOTHING FOUND')
  }
})
