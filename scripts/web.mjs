/**
 * Builds dist/web: the page's code, and the laboratory packed into files beside it. Runs after the TypeScript is emitted;
 * any host can serve the folder. The old one stays until the new one is whole.
 */
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { offlineWorker } from './offline-worker.mjs'
import { packedLaboratory } from './packed-laboratory.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Pages by their place in the folder. */
const PAGES = { bench: join(root, 'bench', 'page', 'index.html') }

const fresh = join(root, '.emit-web')
rmSync(fresh, { recursive: true, force: true })

/** Modules of the checkout do nothing when they are loaded, so those of which nothing is used are left out. */
const treeshake = { moduleSideEffects: (id) => !id.includes('/src/') || id.endsWith('/worker.ts') }
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  base: './',
  plugins: [await packedLaboratory(root)],
  publicDir: false,
  build: {
    outDir: fresh,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // laboratory.js for pages that are not built here: tests, a console
      input: { ...PAGES, laboratory: join(root, 'src', 'web', 'index.ts') },
      preserveEntrySignatures: 'exports-only',
      treeshake,
      output: {
        entryFileNames: ({ name }) => (name === 'laboratory' ? 'assets/laboratory.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  worker: { format: 'es', rolldownOptions: { treeshake } },
})

// The page for readers, at the root of the folder; it has its own settings.
await build({
  configFile: join(root, 'src', 'page', 'vite.config.ts'),
  logLevel: 'warn',
  build: { outDir: fresh, emptyOutDir: false },
})

await offlineWorker(root, fresh)

const place = join(root, 'dist', 'web')
const old = `${fresh}-old`
rmSync(old, { recursive: true, force: true })
mkdirSync(dirname(place), { recursive: true })
try {
  renameSync(place, old)
} catch {
  // there is none yet
}
renameSync(fresh, place)
rmSync(old, { recursive: true, force: true })
