// What the tests of the lab share: the shipped files and the words a scenario may use.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/browser/esm/sync'
import type { Vocabulary } from '../../src/lab/scenario/types.ts'
import { levers } from '../../src/system/levers.ts'
import { switches } from '../../src/system/switches.ts'
import { worldChoices } from '../../src/system/world.ts'

export const root = join(import.meta.dirname, '../..')

export const textsIn = (folder: string, ending: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')]),
  )

const rows = parse(readFileSync(join(root, 'data/geo/districts.csv'), 'utf8'), { columns: true }) as Record<
  string,
  string
>[]

/** The 95 districts of the outline. */
export const districts = rows
  .filter((row) => row.in_outline === '1')
  .map((row) => ({
    ubigeo: row.ubigeo ?? '',
    name: row.district ?? '',
    province: row.province ?? '',
    department: row.department ?? '',
    direct: row.intervention === 'direct',
    devida: row.devida_zone_2021 !== '',
    grade: row.membership_confidence as 'A' | 'B' | 'C',
  }))

export const vocabulary: Vocabulary = { levers, worldChoices, switches, districts }
