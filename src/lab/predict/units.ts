// Units in which series are given, and what turns the model's unit into them.

/** Money of the day: soles or dollars, times the kilos that the price is for. */
export interface MoneyUnit {
  readonly money: 'PEN' | 'USD'
  readonly kilos: number
}

const pen = { money: 'PEN', kilos: 1 } as const
const usd = { money: 'USD', kilos: 1 } as const
const usdArroba = { money: 'USD', kilos: 11.5 } as const

/** Units other than a year's or a month's own figure (a part of a year, an event, a mean) are not answered. */
export const UNITS: Readonly<Record<string, number | MoneyUnit>> = {
  ha: 1,
  'ha/yr': 1,
  '%': 1,
  percent: 1,
  'percent of national': 1,
  'percent of flow seized': 1,
  'percent of net household income': 1,
  'percent Jan-Apr': 1,
  persons: 1,
  't/yr': 1,
  't/yr sun-dried': 1,
  't/ha/yr': 1,
  'acts/yr': 1,
  deaths: 1,
  'deaths/yr': 1,
  'US$/kg': usd,
  'USD/kg': usd,
  'S/ per kg': pen,
  'PEN/kg': pen,
  'PEN/month': pen,
  'S/ per arroba (11.5 kg)': { money: 'PEN', kilos: 11.5 },
  'US$/arroba (11.5 kg)': usdArroba,
  'USD/arroba (11.5 kg)': usdArroba,
  'USD/arroba (11.3 kg)': { money: 'USD', kilos: 11.3 },
}
