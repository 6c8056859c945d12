/** The report of a comparison: what surrounds the numbers, and the file that shows them. */
import { join } from 'node:path'
import { noteLatest } from '../host/folder.ts'
import type { Laboratory } from '../host/laboratory.ts'
import { packageOf } from '../host/root.ts'
import { writeWhole } from '../host/write.ts'
import type { CompareResult, Words } from '../lab/results.ts'
import { geographyOf } from '../report/geography.ts'
import { groundsOf } from '../report/grounds.ts'
import { reportHtml } from '../report/html.ts'
import type { Surroundings } from '../report/input.ts'
import { observedOf, sourcesOf } from '../report/observed.ts'

export const REPORT_FILE = 'report.html'

/** Places, published figures, sources and words that stand around a result. */
export function surroundingsOf(lab: Laboratory, draws: Words | undefined): Surroundings {
  const { pack, facts, root } = lab
  const url = packageOf(join(root, 'package.json')).bugs?.url
  return {
    geography: geographyOf(pack, facts.valley),
    observed: observedOf(pack.observations),
    sources: sourcesOf(pack.observations),
    grounds: groundsOf(pack.ledger),
    ...(draws === undefined ? {} : { draws }),
    ...(url === undefined ? {} : { errorUrl: url }),
  }
}

/** Writes the report into the folder and notes it as the latest one; gives its path. */
export async function writeReport(
  root: string,
  folder: string,
  result: CompareResult,
  surroundings: Surroundings,
): Promise<string> {
  const file = join(folder, REPORT_FILE)
  await writeWhole(file, reportHtml(result, surroundings))
  await noteLatest(root, folder)
  return file
}
