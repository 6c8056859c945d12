/** `vraem serve`: the latest report on 127.0.0.1. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../evidence/problem.ts'
import { latestFolder } from '../../host/folder.ts'
import { findRoot } from '../../host/root.ts'
import { answer } from '../answer.ts'
import type { Call } from '../command.ts'
import { REPORT_FILE } from '../report.ts'
import { absolute } from '../request.ts'
import { serveFolder } from '../serving.ts'

export async function serveReport(call: Call): Promise<number> {
  const given = call.operands[0]
  const folder = given === undefined ? await latestFolder(findRoot()) : absolute(given, call.io.cwd)
  if (folder === undefined || !existsSync(join(folder, REPORT_FILE))) {
    throw new InputError([
      {
        code: 'no-report',
        file: given ?? 'out/',
        what: call.words.noReport,
        expected: `a folder with ${REPORT_FILE}`,
        todo: 'run npm start -- --once, or vraem compare, first',
      },
    ])
  }
  await serveFolder(call, folder, (url) => answer(call, { url, folder }, () => `${call.words.serving(url)}\n`))
  return 0
}
