// Writes src/page/pack/first-answer.ndjson: the answer that the page shows before its own engine has found it. To be run again
// when the model, its draws or the scenarios have changed (a test says so); takes half a minute.
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'

await prepare()
const { openLaboratory } = await import('../dist/src/host/laboratory.js')
const { credentialsOf } = await import('../dist/src/host/credentials.js')
const { shippedDraws } = await import('../dist/src/cli/draws.js')
const { priorDraws } = await import('../dist/src/lab/draws.js')
const { FIRST_ANSWER_FILE, makeFirstAnswer } = await import('../dist/src/page/pack/first-answer.js')

const lab = await openLaboratory({}, root)
const draws = shippedDraws(lab) ?? priorDraws(1, 1000)
const text = await makeFirstAnswer(lab, draws, await credentialsOf(lab, draws))
const file = join(root, FIRST_ANSWER_FILE)
writeFileSync(`${file}.tmp`, text)
renameSync(`${file}.tmp`, file)
process.stderr.write(`${FIRST_ANSWER_FILE}: ${text.split('\n').length - 2} rows\n`)
// slices of work listen to a channel of messages, which would keep this process alive
process.exit(0)
