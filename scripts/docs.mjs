// Writes the pages of docs/ that are made from the model, the data and what other commands left: model card and TRACE notebook.
//   npm run docs      after a calibration, a look at the hold-out, a contest of mechanisms, or a decision
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const pages = [
  ['--card', 'en', 'docs/model-card.md'],
  ['--card', 'es', 'docs/ficha-del-modelo.md'],
  ['--trace', 'en', 'docs/trace.md'],
]
for (const [part, language, file] of pages) {
  const words = [join(root, 'bin', 'vraem.mjs'), 'model', part, '--lang', language, '--out', join(root, file)]
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
