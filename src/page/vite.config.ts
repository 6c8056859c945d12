// The laboratory page: static files only, for any host and any folder.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { pageAssets } from './pack/plugin.ts'

const page = dirname(fileURLToPath(import.meta.url))
const root = dirname(dirname(page))

// Mode `workbench` adds a page that shows the charts with made-up results, for tests and for looking at them.
export default defineConfig(({ mode }) => ({
  root: page,
  base: './',
  publicDir: false,
  plugins: [svelte({ configFile: false }), pageAssets(root)],
  worker: { format: 'es' },
  build: {
    outDir: join(root, 'dist', 'web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Packing the model takes most of a build, and that is known.
      checks: { pluginTimings: false },
      input: [join(page, 'index.html'), ...(mode === 'workbench' ? [join(page, 'workbench', 'workbench.html')] : [])],
    },
  },
}))
