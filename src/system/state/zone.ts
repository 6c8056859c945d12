// Part of the state, declared once: name, unit, meaning. Money is in soles of 2015 (PEN) or dollars of the day (USD).

/** One row per coca zone outside the valley, as the official monitoring names them. */
export const zone = {
  areaHa: { unit: 'ha', about: 'coca' },
  leafYield: { unit: 't/ha/yr', about: 'leaf yield' },
  capacityHa: { unit: 'ha', about: 'land within reach for coca' },
  uprootedHa: { unit: 'ha', about: 'removed coca that may be replanted' },
  eradicatedHa: { unit: 'ha/month', about: 'removed this month' },
  leafPrice: { unit: 'USD/kg', about: 'leaf price' },
  response: { unit: '1', about: 'how far the area answers to the leaf price', fixed: true },
  reach: { unit: '1', about: 'share of the zone that eradication crews can work in', fixed: true },
} as const
