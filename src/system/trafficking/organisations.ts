import { max, min } from '../../language/prim.ts'
import { log } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** How many organisations buy, and what that does to the price growers get. */
export const organisations: SystemStep = {
  id: 'organisations',
  kind: 'step',
  subsystems: ['S13'],
  says: 'Profit draws more organisations in and enforcement drives weak ones out; few buyers and armed protection press the price of leaf.',
  claims: {
    C0196: 'cartels fell, local clans rose',
    C0585: 'cartels and air led before',
    C0588: 'insurgents contest land and routes',
    C0201: 'clans force growers prices down',
    C0584: 'number of family trafficking clans',
  },
  ignores: 'Names, alliances, and violence among them. Their choices are not optimised.',
  effect: { outcome: 'leaf_output', off: 'raises', atLeast: 0.02, years: [2004, 2006] },
  equation: ['ln n += a · ln(margin) − b · seized share + noise', 'markdown = m_armed · control + m_few / n'],
  reads: [
    'district.control',
    'district.zone',
    'sum.cocaHa',
    'valley.borderPrice',
    'valley.clans',
    'valley.haulAtStart',
    'valley.haulUsd',
    'valley.seized',
    'valley.shipped',
  ],
  writes: ['valley.clans', 'valley.markdown'],
  parameters: ['buyer_markdown_armed', 'clan_entry', 'clans_usual', 'few_buyers_markdown'],
  step({ district, valley, p, normal }) {
    const margin = max(valley.borderPrice - valley.haulUsd, 1) / max(valley.borderPrice - valley.haulAtStart, 1)
    const loss = valley.shipped > 0 ? valley.seized / valley.shipped : 0
    valley.clans *=
      1 + p.clan_entry * (log(margin) - 2 * loss - 0.3 * log(valley.clans / p.clans_usual)) + 0.02 * normal('clans')
    valley.clans = min(60, max(2, valley.clans))
    let coca = 0
    let held = 0
    for (const d of district) {
      coca += d.sum.cocaHa * d.zone
      held += d.sum.cocaHa * d.zone * d.control
    }
    const control = coca > 0 ? held / coca : 0
    valley.markdown = min(0.6, p.buyer_markdown_armed * control + p.few_buyers_markdown / valley.clans)
  },
  without({ valley }) {
    valley.markdown = 0
  },
}
