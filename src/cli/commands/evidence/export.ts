/** `vraem evidence export`: the ledger as CSV, JSON-LD with PROV-O, or Parquet. */
import { isAbsolute, join } from 'node:path'
import { exportEvidence } from '../../../host/evidence-export.ts'
import { newFolder } from '../../../host/folder.ts'
import { findRoot, packageOf } from '../../../host/root.ts'
import { answer } from '../../answer.ts'
import type { Call } from '../../command.ts'

export async function evidenceExport(call: Call): Promise<number> {
  const { io, options, words } = call
  const root = findRoot()
  const { out } = options
  const folder =
    out === undefined ? await newFolder(root, 'evidence', new Date()) : isAbsolute(out) ? out : join(io.cwd, out)
  const { written } = await exportEvidence({
    folder: join(root, 'data'),
    format: options.format ?? 'csv',
    out: folder,
    version: packageOf(join(root, 'package.json')).version ?? '0',
    now: new Date(),
  })
  await answer(call, { written }, () => `${words.exported(written.length, folder)}\n`)
  return 0
}
