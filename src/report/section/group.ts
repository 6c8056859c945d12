// Names of the groups of outcomes, in every table.
import type { Group } from '../compared.ts'
import type { Words } from '../input.ts'
import { words } from '../words.ts'

export const TITLES: Readonly<Record<Group, Words>> = {
  people: words.group_people,
  nature: words.group_nature,
  coca: words.group_coca,
  chain: words.group_chain,
  cost: words.group_cost,
}
