// What the model answers, declared once. The lab sums or averages months to years and places to the valley as each line says.

import { levers } from './levers.ts'

export interface Outcome {
  readonly unit: string
  readonly en: string
  readonly es: string
  /** How twelve months become a year: mean of a stock, sum of a flow, value of December. */
  readonly year: 'mean' | 'sum' | 'december'
  /** Parts the outcome is split into, beside the total. */
  readonly parts?: readonly string[]
  /** Where it may be shown: by district for any year, by district for no year, or by zone. */
  readonly places: 'district' | 'valley' | 'zone'
  /** Which districts `VRAEM` means: the coca monitoring zone, or the rows graded A or B. */
  readonly scope: 'coca zone' | 'A+B' | 'valley'
  readonly headline?: true
  /** Order on screens: people first. */
  readonly about: { readonly en: string; readonly es: string }
}

// biome-ignore format: one line an outcome
export const outcomes = {
  deaths: { unit: '1/yr', en: 'Violent deaths', es: 'Muertes violentas', year: 'sum', parts: ['civilian', 'forces', 'militant'], places: 'valley', scope: 'valley', headline: true, about: { en: 'People killed in attacks and clashes.', es: 'Personas muertas en ataques y enfrentamientos.' } },
  displaced: { unit: 'person/yr', en: 'Displaced', es: 'Desplazados', year: 'sum', places: 'valley', scope: 'A+B', about: { en: 'People driven from home by violence.', es: 'Personas que la violencia expulsa de su hogar.' } },
  household_income: { unit: 'PEN/person/yr', en: 'Household income', es: 'Ingreso de los hogares', year: 'mean', places: 'district', scope: 'A+B', headline: true, about: { en: 'Net income per person, soles of 2024.', es: 'Ingreso neto por persona, soles de 2024.' } },
  poverty_rate: { unit: '1', en: 'Poverty', es: 'Pobreza', year: 'mean', places: 'district', scope: 'A+B', headline: true, about: { en: 'Share of people under the poverty line.', es: 'Parte de la población bajo la línea de pobreza.' } },
  extreme_poverty_rate: { unit: '1', en: 'Extreme poverty', es: 'Pobreza extrema', year: 'mean', places: 'district', scope: 'A+B', about: { en: 'Share of people under the extreme poverty line.', es: 'Parte de la población bajo la línea de pobreza extrema.' } },
  child_labour: { unit: '1', en: 'Child labour', es: 'Trabajo infantil', year: 'mean', places: 'district', scope: 'A+B', headline: true, about: { en: 'Share of children in farm work.', es: 'Parte de los niños en trabajo agrícola.' } },
  school_attendance: { unit: '1', en: 'School attendance', es: 'Asistencia escolar', year: 'mean', places: 'district', scope: 'A+B', about: { en: 'Share of children attending school.', es: 'Parte de los niños que asiste a la escuela.' } },
  undernutrition: { unit: '1', en: 'Child undernutrition', es: 'Desnutrición infantil', year: 'mean', places: 'district', scope: 'A+B', about: { en: 'Share of children undernourished.', es: 'Parte de los niños con desnutrición.' } },
  services_access: { unit: '1', en: 'Access to services', es: 'Acceso a servicios', year: 'mean', places: 'district', scope: 'A+B', about: { en: 'Mean coverage of health, school, water and power that is open.', es: 'Cobertura media de salud, escuela, agua y luz que está abierta.' } },
  trust: { unit: '1', en: 'Trust in the state', es: 'Confianza en el Estado', year: 'mean', places: 'district', scope: 'A+B', about: { en: 'Index from 0 to 1.', es: 'Índice de 0 a 1.' } },
  protests: { unit: '1/yr', en: 'Strikes and blockades', es: 'Paros y bloqueos', year: 'sum', places: 'valley', scope: 'A+B', about: { en: 'Strikes of growers with blockades, in any district.', es: 'Paros de productores con bloqueo, en cualquier distrito.' } },
  forest_loss: { unit: 'ha/yr', en: 'Forest loss', es: 'Pérdida de bosque', year: 'sum', places: 'district', scope: 'A+B', headline: true, about: { en: 'Forest cleared for any purpose.', es: 'Bosque talado con cualquier fin.' } },
  soil: { unit: '1', en: 'Soil condition', es: 'Estado del suelo', year: 'mean', places: 'district', scope: 'coca zone', about: { en: 'Index, 1 rested.', es: 'Índice, 1 descansado.' } },
  coca_area: { unit: 'ha', en: 'Coca area', es: 'Área de coca', year: 'december', places: 'district', scope: 'coca zone', headline: true, about: { en: 'Standing coca at the end of the year.', es: 'Coca en pie al final del año.' } },
  coca_area_reported: { unit: 'ha', en: 'Coca area as reported', es: 'Área de coca según el informe', year: 'december', places: 'valley', scope: 'coca zone', about: { en: 'What the official survey of the year would report, with its errors and changes of method.', es: 'Lo que informaría la encuesta oficial del año, con sus errores y cambios de método.' } },
  coca_area_outside: { unit: 'ha', en: 'Coca area in other zones', es: 'Área de coca en otras zonas', year: 'december', places: 'zone', scope: 'valley', about: { en: 'Standing coca outside the valley.', es: 'Coca en pie fuera del valle.' } },
  leaf_output: { unit: 't/yr', en: 'Leaf output', es: 'Producción de hoja', year: 'sum', places: 'district', scope: 'coca zone', headline: true, about: { en: 'Sun-dried leaf harvested.', es: 'Hoja secada al sol cosechada.' } },
  leaf_price: { unit: 'PEN/kg', en: 'Leaf price', es: 'Precio de la hoja', year: 'mean', places: 'district', scope: 'coca zone', headline: true, about: { en: 'Farm-gate price, soles of 2024.', es: 'Precio en chacra, soles de 2024.' } },
  leaf_price_outside: { unit: 'USD/kg', en: 'Leaf price in other zones', es: 'Precio de la hoja en otras zonas', year: 'mean', places: 'zone', scope: 'valley', about: { en: 'Farm-gate price, dollars of the day.', es: 'Precio en chacra, dólares del día.' } },
  product_price: { unit: 'USD/kg', en: 'Product price in the valley', es: 'Precio del producto en el valle', year: 'mean', places: 'valley', scope: 'coca zone', about: { en: 'What the leaf in a kilo costs over its usual share of the price, dollars of the day.', es: 'Lo que cuesta la hoja de un kilo sobre su parte usual del precio, dólares del día.' } },
  eradicated: { unit: 'ha/yr', en: 'Coca removed', es: 'Coca erradicada', year: 'sum', places: 'district', scope: 'coca zone', about: { en: 'Coca that crews removed in the valley.', es: 'Coca que las brigadas sacaron en el valle.' } },
  eradicated_outside: { unit: 'ha/yr', en: 'Coca removed in other zones', es: 'Coca erradicada en otras zonas', year: 'sum', places: 'zone', scope: 'valley', about: { en: 'Coca that crews removed outside the valley.', es: 'Coca que las brigadas sacaron fuera del valle.' } },
  coca_income_share: { unit: '1', en: 'Coca in growers\' income', es: 'Coca en el ingreso de los productores', year: 'mean', places: 'district', scope: 'coca zone', about: { en: 'Share of the net income of households that grow coca.', es: 'Parte del ingreso neto de los hogares que cultivan coca.' } },
  legal_crop_area: { unit: 'ha', en: 'Legal crops', es: 'Cultivos lícitos', year: 'december', parts: ['cacao', 'coffee', 'food', 'other'], places: 'district', scope: 'coca zone', about: { en: 'Area under legal crops.', es: 'Área con cultivos lícitos.' } },
  potential_cocaine: { unit: 't/yr', en: 'Potential product', es: 'Producción potencial', year: 'sum', places: 'valley', scope: 'coca zone', about: { en: 'What the illicit leaf could yield.', es: 'Lo que rendiría la hoja ilícita.' } },
  exported: { unit: 't/yr', en: 'Product exported', es: 'Producto exportado', year: 'sum', places: 'valley', scope: 'valley', about: { en: 'Product that leaves the valley and is not seized.', es: 'Producto que sale del valle y no se incauta.' } },
  seized: { unit: 't/yr', en: 'Product seized', es: 'Producto incautado', year: 'sum', places: 'valley', scope: 'valley', about: { en: 'Product of the valley seized on its way.', es: 'Producto del valle incautado en el camino.' } },
  mode_share: { unit: '1', en: 'Ways out', es: 'Vías de salida', year: 'mean', parts: ['air', 'land', 'river', 'foot'], places: 'valley', scope: 'valley', about: { en: 'Share of the flow by way of moving it.', es: 'Parte del flujo según la vía.' } },
  attacks: { unit: '1/yr', en: 'Attacks', es: 'Ataques', year: 'sum', places: 'valley', scope: 'valley', about: { en: 'Attacks by the armed group.', es: 'Ataques del grupo armado.' } },
  armed_strength: { unit: 'person', en: 'Armed members', es: 'Miembros armados', year: 'mean', places: 'valley', scope: 'valley', about: { en: 'Armed members of the group.', es: 'Miembros armados del grupo.' } },
  armed_revenue: { unit: 'USD/yr', en: 'Income of the armed group', es: 'Ingresos del grupo armado', year: 'sum', places: 'valley', scope: 'valley', about: { en: 'Levies and extortion.', es: 'Cupos y extorsión.' } },
  armed_control: { unit: '1', en: 'Armed control', es: 'Control armado', year: 'mean', places: 'valley', scope: 'coca zone', about: { en: 'Share of the coca zone\'s coca under control of the armed group.', es: 'Parte de la coca de la zona bajo control del grupo armado.' } },
  population: { unit: 'person', en: 'Population', es: 'Población', year: 'december', places: 'district', scope: 'A+B', about: { en: 'Residents.', es: 'Residentes.' } },
  out_migration: { unit: 'person/yr', en: 'Out-migration', es: 'Emigración', year: 'sum', places: 'district', scope: 'A+B', headline: true, about: { en: 'People who leave the valley.', es: 'Personas que salen del valle.' } },
  public_cost: { unit: 'PEN/yr', en: 'Public cost', es: 'Costo público', year: 'sum', parts: Object.keys(levers), places: 'valley', scope: 'valley', headline: true, about: { en: 'Spending on the levers, soles of 2024.', es: 'Gasto en las medidas, soles de 2024.' } },
} as const satisfies Readonly<Record<string, Outcome>>

export type OutcomeName = keyof typeof outcomes
