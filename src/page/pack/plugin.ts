// Hands the packed files and the look of the report to the build of the page.
import type { Plugin } from 'vite'
import { charts, dark, light, maps } from '../../report/style.ts'
import { packedAssets } from './assets.ts'

const ASSETS = 'virtual:page-assets'
const STYLE = 'virtual:report-style.css'

/** `root`: of the checkout. */
export function pageAssets(root: string): Plugin {
  return {
    name: 'vraem-page-assets',
    resolveId: (id) => (id === ASSETS ? `\0${ASSETS}` : id === STYLE ? `\0${STYLE}` : undefined),
    async load(id) {
      if (id === `\0${STYLE}`) return reportStyle()
      if (id !== `\0${ASSETS}`) return undefined
      const files = Object.entries(await packedAssets(root))
      const lines = files.map(([name, source]) => {
        const reference = this.emitFile({ type: 'asset', name: `${name}.json`, source })
        return `export const ${name} = import.meta.ROLLUP_FILE_URL_${reference}`
      })
      return lines.join('\n')
    },
  }
}

/** Colours follow the reader's choice, else the system's. */
function reportStyle(): string {
  return [
    `:root{${light}}`,
    `@media (prefers-color-scheme:dark){@media not print{:root:not([data-theme=light]){${dark}}}}`,
    `@media not print{:root[data-theme=dark]{${dark}}}`,
    charts,
    maps,
  ].join('\n')
}
