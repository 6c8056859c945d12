// Hands the packed files and the look of the report to the build of the page.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { SHIPPED_STUDY } from '../../cli/studies.ts'
import { STUDY_FILE } from '../../host/study-files.ts'
import { charts, dark, light, maps } from '../../report/style.ts'
import { packedAssets } from './assets.ts'

const ASSETS = 'virtual:page-assets'
const STYLE = 'virtual:report-style.css'
/** Of the shipped study, by the name the page has for them; any may be absent. */
const SHIPPED = [
  ['study', STUDY_FILE],
  ['searched', 'search.json'],
  ['interactions', 'interactions.json'],
  ['contested', 'contested.json'],
  ['sensitivity', 'sensitivity.json'],
] as const

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
      for (const [name, file] of SHIPPED) {
        const path = join(root, SHIPPED_STUDY, file)
        if (existsSync(path)) {
          const reference = this.emitFile({ type: 'asset', name: file, source: await readFile(path) })
          lines.push(`export const ${name} = import.meta.ROLLUP_FILE_URL_${reference}`)
        } else lines.push(`export const ${name} = ''`)
      }
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
