// Made-up marks for the made-up comparison: one outcome with skill, one without, answers on both kinds of grounds, two misses.
import type { Marks } from '../../src/lab/marks.ts'

const unknown = (name: string, share: number, identified: boolean) => ({ name, share, identified })

export const marks: Marks = {
  kind: 'posterior',
  until: 2018,
  skill: {
    scored: [
      { outcome: 'coca_area', place: 'VRAEM', badge: 'has skill', set: 'holdout', best: 'drift 5', crpss: 0.2, support: 0.9, years: 6 },
      { outcome: 'deaths', place: 'VRAEM', badge: 'no better than naive', set: 'rolling', best: 'recent mean', crpss: -0.1, support: 0.3, years: 8 },
    ],
    names: {
      holdout: { en: 'hold-out, 2019 to 2024', es: 'años reservados, 2019 a 2024' },
      rolling: { en: 'rolling origin', es: 'origen móvil' },
      'drift 5': { en: 'drift of 5 years', es: 'deriva de 5 años' },
      'recent mean': { en: 'mean of 5 years', es: 'media de 5 años' },
    },
  },
  misses: {
    tried: { draws: 320, date: '2026-11-22' },
    list: [
      {
        pattern: '32b', role: 'V', outcomes: ['coca_area'], years: [2015, 2017], share: 0.12, mechanism: 'purse',
        said: { en: 'The made-up area falls', es: 'El área inventada cae' },
        reason: { en: 'households save <too> much', es: 'los hogares ahorran <demasiado>' },
      },
      { outcomes: ['deaths/civilian'], years: [2020, 2021], mechanism: 'violence', reason: { en: 'made up', es: 'inventado' } },
    ],
  },
  rests: [
    {
      scenario: 'cacao-first', outcome: 'coca_area', basis: 'prior-driven', past: 0.1, prior: 0.5,
      unknowns: [unknown('legal_margin', 0.5, false), unknown('access_weight', 0.1, true)],
    },
    { scenario: 'cacao-first', outcome: 'household_income', basis: 'prior-driven', past: 0.1, prior: 0.5, unknowns: [unknown('legal_margin', 0.5, false)] },
    { scenario: 'cacao-first', outcome: 'deaths', basis: 'informed by the past', past: 0.5, prior: 0.1, unknowns: [unknown('access_weight', 0.5, true)] },
    { scenario: 'cacao-first', outcome: 'poverty_rate', basis: 'not told', past: 0, prior: 0, unknowns: [] },
  ],
} // biome-ignore format: one thing a line
