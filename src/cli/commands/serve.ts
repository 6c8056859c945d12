/** `vraem serve`: the laboratory page on 127.0.0.1, with the latest report beside it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../evidence/problem.ts'
import { latestFolder } from '../../host/folder.ts'
import { findRoot } from '../../host/root.ts'
import { answer } from '../answer.ts'
import type { Call } from '../command.ts'
import { REPORT_FILE } from '../report.ts'
import { absolute } from '../request.ts'
import { serveLaboratory } from '../serving.ts'

export async function serve(call: Call): Promise<number> {
  const given = call.operands[0]
  const found = given === undefined ? await latestFolder(findRoot()) : absolute(given, call.io.cwd)
  const folder = found !== undefined && existsSync(join(found, REPORT_FILE)) ? found : undefined
  if (given !== undefined && folder === undefined) {
    throw new InputError([
      {
        code: 'no-report',
        file: given,
        what: call.words.noReport,
        expected: `a folder with ${REPORT_FILE}`,
        todo: 'run npm start -- --once, or vraem compare, first',
      },
    ])
  }
  await serveLaboratory(call, folder, (served) =>
    answer(call, { ...served, folder: folder ?? null }, () => `${call.words.serving(served)}\n`),
  )
  return 0
}
