// The text of a rule file as somebody who changes it reads it.

/** Texts by path in the model: 'src/system/farm/choice.ts'. */
export type Texts = Readonly<Record<string, string>>

const HEADER = /export const \w+: SystemMechanism = \{[\s\S]*?\n\}\n\n?/
const ITS_TYPE = /import type \{ SystemMechanism \} from '[^']*'\n/

/**
 * A rule file without its header, which says when the rule acts and who says so: the program keeps that of the original, so a
 * changed file does without it. Imports, constants, helpers and rules stay as they are.
 */
export const withoutHeader = (text: string): string => text.replace(HEADER, '').replace(ITS_TYPE, '')
