// What is handed over: changed rules in the folder that `vraem --model` takes, the reference where it has no file yet, the command.
import type { Texts } from '../../../lab/rules/text.ts'
import type { Laboratory } from '../../../web/index.ts'
import type { Comparison } from '../../compare/comparison.ts'
import { filesOf } from '../../compare/plan.ts'
import { FOLDER } from './folder.ts'

/** A rule file as it is called below src/system: `farm/choice.ts`. */
export const shortPath = (path: string): string => path.replace('src/system/', '')

/** Files by path, and the command that takes them and gives the figures of the page. */
export function handedOver(
  lab: Laboratory,
  comparison: Comparison,
  changed: Texts,
): { files: Readonly<Record<string, string>>; command: string } {
  const { files, command } = filesOf(lab, { ...comparison, packages: [] })
  const rules = Object.entries(changed).map(([path, text]) => [`${FOLDER}/${shortPath(path)}`, text])
  // one scenario under changed rules and under the model's own is a `run`
  const words = command.replace('vraem compare', 'vraem run')
  return { files: Object.fromEntries([...rules, ...files]), command: `${words} --model ${FOLDER}` }
}
