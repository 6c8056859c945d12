/** The folder of registered forecasts: two files for each, never written over. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, nearest, type Problem } from '../evidence/problem.ts'
import { nameOf, type Registered, readRegistered, registeredCsv, registeredText } from '../lab/forecast/registered.ts'
import { fileFault } from './fault.ts'
import { readyFolder } from './folder.ts'
import { writeWhole } from './write.ts'

/** Below the checkout. */
export const FORECASTS_FOLDER = 'data/forecasts'

/** Every forecast of a folder, the oldest first, and why others cannot be read; `shown` is the folder as messages name it. */
export async function forecastsIn(
  folder: string,
  shown = folder,
): Promise<{ forecasts: Registered[]; problems: Problem[] }> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort()
  const read = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8').catch((error: unknown) => {
        throw fileFault('cannot-read', `${shown}/${name}`, error)
      })
      return readRegistered(text, `${shown}/${name}`)
    }),
  )
  const forecasts = read.flatMap(({ forecast }) => forecast ?? [])
  forecasts.sort((a, b) => (a.madeBy.created < b.madeBy.created ? -1 : 1))
  return { forecasts, problems: read.flatMap(({ problems }) => problems) }
}

/** Writes a forecast as JSON and CSV and gives their paths. Throws InputError where a file of that name exists. */
export async function register(folder: string, forecast: Registered): Promise<string[]> {
  await readyFolder(folder)
  const paths = ['csv', 'json'].map((ending) => join(folder, `${nameOf(forecast)}.${ending}`))
  const taken = paths.filter((path) => existsSync(path))
  if (taken.length > 0)
    throw new InputError(
      taken.map((file) => ({
        code: 'forecast-exists',
        file,
        what: 'this forecast is registered already',
        expected: 'a new name: a registered forecast is never written over',
        todo: 'leave it as it is',
      })),
    )
  // the JSON last: where it stands, everything stands
  for (const [k, text] of [registeredCsv(forecast), registeredText(forecast)].entries())
    await writeWhole(paths[k] as string, text)
  return paths
}

/** The forecast of this name, or whose name begins so. Throws InputError (unknown-forecast). */
export function forecastNamed(word: string, forecasts: readonly Registered[], command: string): Registered {
  const names = forecasts.map(nameOf)
  const found = forecasts.filter((_, k) => names[k]?.startsWith(word) || names[k]?.endsWith(`-${word}`))
  const [one] = found
  if (one && found.length === 1) return one
  const near = nearest(word, names)
  throw new InputError([
    {
      code: 'unknown-forecast',
      file: command,
      what: found.length > 1 ? `"${word}" is the beginning of ${found.length} names` : `there is no forecast "${word}"`,
      expected: names.length > 0 ? names.join(', ') : 'a registered forecast; there is none yet',
      todo:
        names.length === 0 ? 'make one with vraem forecast' : near ? `write ${near}` : 'look at vraem forecast list',
    },
  ])
}
