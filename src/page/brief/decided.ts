// What the shipped study says of the packages compared: what holds up, and what is still to be found out.
import { contested, interactions, searched } from 'virtual:page-assets'
import type { Contested } from '../../lab/contested/result.ts'
import { type Answers, openSaid, withOpen } from '../../report/brief/open.ts'
import type { BriefSection } from '../../report/brief/parts.ts'
import { ask, shipped } from '../decide/ask.ts'
import { load } from '../load.ts'

/** With three packages there is room for little more. */
const SENTENCES = { room: 4, crowded: 2 } as const

type Shipped = Contested & {
  readonly manifest: { readonly policies: readonly { readonly name: string; readonly hash: string }[] }
}

/** Undefined where the study does not hold the reference and one more, or cannot be fetched. `hashes`: the reference first. */
export async function decidedSection(hashes: readonly string[]): Promise<BriefSection | undefined> {
  if (!shipped) return undefined
  const [decided, found, together, search] = await Promise.all([
    ask('section', hashes).catch(() => undefined),
    fetched<Shipped>(contested),
    fetched<NonNullable<Answers['interactions']>>(interactions),
    fetched<NonNullable<Answers['search']>>(searched),
  ])
  if (decided === undefined) return undefined
  const names = hashes.flatMap((hash) => found?.manifest.policies.find((one) => one.hash === hash)?.name ?? [])
  const most = hashes.length > 3 ? SENTENCES.crowded : SENTENCES.room
  return withOpen(decided, openSaid({ contested: found, interactions: together, search }, names, most))
}

/** What is not shipped or cannot be had is left out. */
const fetched = <T>(address: string): Promise<T | undefined> =>
  address === '' ? Promise.resolve(undefined) : load<T>(address).catch(() => undefined)
