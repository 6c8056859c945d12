/** Units of the model's parameters and levers that tables of sources do not have, as read after a figure. */
// biome-ignore format: one unit a line
export const MODEL_UNITS: Readonly<Record<string, readonly [en: string, es: string]>> = {
  'yr': ['years', 'años'],
  'day/ha': ['days of work/ha', 'jornales/ha'],
  'day/ha/yr': ['days of work/ha a year', 'jornales/ha al año'],
  'day/month': ['days a month', 'días al mes'],
  'day/person/month': ['days per person a month', 'días por persona al mes'],
  'person': ['persons', 'personas'],
  'person/yr': ['persons a year', 'personas al año'],
  'person/month': ['persons a month', 'personas al mes'],
  'PEN/yr': ['PEN a year', 'PEN al año'],
  'PEN/person/yr': ['PEN per person a year', 'PEN por persona al año'],
  'PEN/person/month': ['PEN per person a month', 'PEN por persona al mes'],
  'PEN/t/h': ['PEN per t and hour', 'PEN por t y hora'],
  'USD/yr': ['USD a year', 'USD al año'],
  't/month': ['t a month', 't al mes'],
  'ha/month': ['ha a month', 'ha al mes'],
  't/ha/month': ['t/ha a month', 't/ha al mes'],
  'km^2': ['km²', 'km²'],
  '1/PEN': ['per PEN', 'por PEN'],
  '1/km': ['per km', 'por km'],
  '1/person/month': ['per person a month', 'por persona al mes'],
}
