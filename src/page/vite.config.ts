// The laboratory page: static files only, for any host and any folder.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type Plugin } from 'vite'
import { pageAssets } from './pack/plugin.ts'

const page = dirname(fileURLToPath(import.meta.url))
const root = dirname(dirname(page))

interface Packing {
  readonly packedLaboratory: (root: string) => Promise<Plugin>
}

/** Modules of these folders do nothing when they are loaded, so those of which nothing is used are left out. */
const QUIET = /\/src\/(language|engine|evidence|valley|system|lab|report|web)\//
const treeshake = { moduleSideEffects: (id: string) => !QUIET.test(id) || id.endsWith('/worker.ts') }

// Mode `workbench` adds a page that shows the charts with made-up results, for tests and for looking at them.
export default defineConfig(async ({ mode }) => {
  // needs the emitted TypeScript
  const packing = (await import(pathToFileURL(join(root, 'scripts', 'packed-laboratory.mjs')).href)) as Packing
  return {
    root: page,
    base: './',
    publicDir: false as const,
    plugins: [svelte({ configFile: false }), pageAssets(root), await packing.packedLaboratory(root)],
    worker: { format: 'es' as const, rolldownOptions: { treeshake } },
    build: {
      outDir: join(root, 'dist', 'web'),
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        treeshake,
        // Packing the model takes most of a build, and that is known.
        checks: { pluginTimings: false },
        input: [join(page, 'index.html'), ...(mode === 'workbench' ? [join(page, 'workbench', 'workbench.html')] : [])],
      },
    },
  }
})
