/** Writes service-worker.js beside the page, with the list of files that it keeps. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const WORKER = 'service-worker.js'
/** Needed by views that a first visit may not open, or by other kinds of browsers. */
const LATER = /^assets\/(ledger|model|rules|rules-scalar|rules-plain|observed)-[^/]*\.json$/
/** The thread that compiles rules which a reader changes, known by its size: bytes. */
const EDITOR = /^assets\/worker-[^/]*\.js$/
const LARGE = 500_000
/** Not of the page, or too large to keep unasked. */
const LEFT_OUT = /^(bench\/|assets\/(bench-|laboratory\.js|texts-))|\.map$/

/** root: of the checkout; folder: where the page was built. */
export async function offlineWorker(root, folder) {
  // a page without this line asks for no worker
  const index = join(folder, 'index.html')
  const line = `<meta name="kept-by" content="${WORKER}" />`
  writeFileSync(index, readFileSync(index, 'utf8').replace('</head>', `  ${line}\n  </head>`))
  const files = filesBelow(folder, '')
    .filter((path) => !LEFT_OUT.test(path))
    .map((path) => [path, hashOf(readFileSync(join(folder, path)))])
  const isLater = ([path]) => LATER.test(path) || (EDITOR.test(path) && statSync(join(folder, path)).size > LARGE)
  const core = files.filter((file) => !isLater(file))
  const later = files.filter(isLater)
  const version = hashOf(JSON.stringify(files)).slice(0, 12)
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'import.meta.offline': JSON.stringify({ version, core, later }) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: join(root, 'src', 'page', 'offline', 'worker.ts'),
        output: { format: 'iife', entryFileNames: WORKER },
      },
    },
  })
}

/** 64 bits are enough to tell a file from another. */
const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

function filesBelow(folder, below) {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      return entry.isDirectory() ? filesBelow(folder, path) : [path]
    })
    .sort()
}
