// Part of the state, declared once: name, unit, meaning. Money is in soles of 2015 (PEN) or dollars of the day (USD).

/** One row per way of moving product out of the valley: air, land, river, foot. Aggregates only. */
export const mode = {
  capacity: { unit: 't/month', about: 'product the mode can move' },
  flow: { unit: 't/month', about: 'product sent' },
  share: { unit: '1', about: 'share of the flow' },
  risk: { unit: '1', about: 'perceived chance of loss' },
  trials: { unit: 't', about: 'remembered shipments' },
  losses: { unit: 't', about: 'remembered losses' },
  effort: { unit: '1', about: 'enforcement effort' },
  cost: { unit: 'USD/kg', about: 'cost of moving a kilo, risk premium included' },
  pull: { unit: '1', about: 'what favours the mode beside cost, learnt from use' },
  deterred: { unit: '1', about: 'share of capacity idle out of fear of the air rule' },
  seized: { unit: 't/month', about: 'product seized' },
} as const
