// Writes src/system/parameters.ts from data/parameters.csv: names and units for the type checker and the rule compiler.
// The table is the one place where a parameter is declared; a test compares the two.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

const root = new URL('..', import.meta.url)
const rows = parse(readFileSync(new URL('data/parameters.csv', root), 'utf8'), { columns: true })
const text = (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
const lines = rows.map(
  ({ name, unit, central, note, source }) =>
    `  ${name}: { unit: ${text(unit)}, value: ${Number(central)}, about: ${text((note || source).split(/[.;]/)[0].slice(0, 90))} },`,
)
const file = fileURLToPath(new URL('src/system/parameters.ts', root))
writeFileSync(
  `${file}.tmp`,
  `// Made from data/parameters.csv by \`npm run parameters\`: change the table, then run it.
// biome-ignore-all format: one line a parameter
import type { SwitchName } from './switches.ts'

export const parameters = {
${lines.join('\n')}
} as const

export type ParameterName = keyof typeof parameters
/** Values of one draw. Switches are the place of the option in its list. */
export type ParameterValues = Readonly<Record<ParameterName | \`switch_\${SwitchName}\`, number>>
`,
)
renameSync(`${file}.tmp`, file)
