// Which series of the data package the model covers, and by which outcome. A series that is not listed is not modelled.

/** How a series is answered. */
export interface SeriesRule {
  /** Outcomes that are added up. */
  readonly outcomes: readonly string[]
  /** Divides by these. */
  readonly over?: readonly string[]
  readonly factor?: number
  /** Soles of 2024 turned into soles or dollars of the day, by the unit of the row. */
  readonly money?: true
  /** Change against the year before, as a share or as it is. */
  readonly change?: 'relative' | 'absolute'
  /** Places answered: the valley alone for what must not be shown finer. */
  readonly places: 'valley' | 'districts' | 'area'
  /** Standard deviation, in ln units, between the true figure and what a source reports: a parameter or a judgement. */
  readonly sd: number | 'area_obs_sd' | 'price_obs_sd'
  /** Share that gets reported, a parameter. */
  readonly reported?: 'violence_underreport'
}

const area: SeriesRule = { outcomes: ['coca_area'], places: 'area', sd: 'area_obs_sd' }
const price: SeriesRule = { outcomes: ['leaf_price'], places: 'districts', sd: 'price_obs_sd', money: true }
const national = ['coca_area', 'coca_area_outside']

export const SERIES: Readonly<Record<string, SeriesRule>> = {
  coca_area: area,
  coca_area_devida: area,
  coca_area_unodc: area,
  coca_area_district: area,
  coca_area_sum: area,
  coca_area_interpolated: area,
  coca_area_province_sum: area,
  coca_area_vraem_district_sum: area,
  coca_area_vraem_province_sum: area,
  coca_area_unodc_change_pct: { ...area, places: 'valley', change: 'relative', factor: 100, sd: 0 },
  coca_area_devida_change_ha: { ...area, places: 'valley', change: 'absolute', sd: 0 },
  coca_share_of_peru: { ...area, places: 'valley', over: national, factor: 100 },
  leaf_price_farmgate: price,
  leaf_price_farmgate_pen: price,
  leaf_price_farmgate_arroba: price,
  price_leaf: price,
  leaf_production_potential: { outcomes: ['leaf_output'], places: 'districts', sd: 0.08 },
  dry_leaf_production: { outcomes: ['leaf_output'], places: 'districts', sd: 0.08 },
  leaf_yield_sundried: { outcomes: ['leaf_output'], over: ['coca_area'], places: 'districts', sd: 0.05 },
  potential_hcl_unodc: { outcomes: ['potential_cocaine'], places: 'valley', sd: 0.1 },
  cocaine_production: { outcomes: ['potential_cocaine'], places: 'valley', sd: 0.15 },
  modal_share_air: { outcomes: ['mode_share/air'], places: 'valley', factor: 100, sd: 0.15 },
  capture_rate: { outcomes: ['seized'], over: ['potential_cocaine'], places: 'valley', factor: 100, sd: 0.3 },
  terrorist_acts: { outcomes: ['attacks'], places: 'valley', sd: 0.2, reported: 'violence_underreport' },
  deaths_civilians: { outcomes: ['deaths/civilian'], places: 'valley', sd: 0.2 },
  deaths_police_and_military: { outcomes: ['deaths/forces'], places: 'valley', sd: 0.1 },
  sl_vraem_armed: { outcomes: ['armed_strength'], places: 'valley', sd: 0.25 },
  // members for each armed one: 275 to 105, the middle of the ranges that are repeated from 2016 on (events/armed_strength.csv)
  sl_vraem_members: { outcomes: ['armed_strength'], places: 'valley', factor: 275 / 105, sd: 0.3 },
  poverty: { outcomes: ['poverty_rate'], places: 'districts', factor: 100, sd: 0.1 },
  extreme_poverty: { outcomes: ['extreme_poverty_rate'], places: 'districts', factor: 100, sd: 0.2 },
  population: { outcomes: ['population'], places: 'districts', sd: 0.05 },
  population_pnud: { outcomes: ['population'], places: 'districts', sd: 0.05 },
  family_income_per_capita: {
    outcomes: ['household_income'],
    places: 'districts',
    factor: 1 / 12,
    money: true,
    sd: 0.2,
  },
  forest_loss: { outcomes: ['forest_loss'], places: 'districts', sd: 0.35 },
  forest_loss_sum: { outcomes: ['forest_loss'], places: 'districts', sd: 0.15 },
}

/** Units other than a year's or a month's own figure (a part of a year, an event, a mean) are not answered. */
export const UNITS: Readonly<Record<string, number | 'PEN' | 'USD' | 'PEN/arroba' | 'USD/arroba' | 'USD/arroba 11.3'>> =
  {
    ha: 1,
    'ha/yr': 1,
    '%': 1,
    percent: 1,
    'percent of flow seized': 1,
    persons: 1,
    't/yr': 1,
    't/yr sun-dried': 1,
    't/ha/yr': 1,
    'acts/yr': 1,
    'deaths/yr': 1,
    'US$/kg': 'USD',
    'USD/kg': 'USD',
    'S/ per kg': 'PEN',
    'PEN/kg': 'PEN',
    'PEN/month': 'PEN',
    'S/ per arroba (11.5 kg)': 'PEN/arroba',
    'US$/arroba (11.5 kg)': 'USD/arroba',
    'USD/arroba (11.5 kg)': 'USD/arroba',
    'USD/arroba (11.3 kg)': 'USD/arroba 11.3',
  }

type Shares = Readonly<Record<string, number>>

/**
 * Coca of a department outside the valley: shares of zones, fitted to the department and zone figures of 2018
 * (series/coca_area.csv). The valley's own districts are added where a department has some.
 */
export const DEPARTMENTS: Readonly<Record<string, Shares>> = {
  'Amazonas (department)': { Maranon: 0.46 },
  'Ayacucho (department)': {},
  'Cajamarca (department)': { Maranon: 0.28 },
  'Cusco (department)': { 'La Convencion-Lares': 1, Kosnipata: 1 },
  'Huanuco (department)': { Huallaga: 0.48, 'Pichis-Palcazu-Pachitea': 0.59 },
  'Junin (department)': {},
  'La Libertad (department)': { 'Alto Chicama': 1, Maranon: 0.3 },
  'Loreto (department)': { 'Bajo Amazonas': 1, Putumayo: 1, Contamana: 1 },
  'Madre de Dios (department)': { 'Inambari-Tambopata': 0.006 },
  'Pasco (department)': { 'Pichis-Palcazu-Pachitea': 0.41 },
  'Puno (department)': { 'Inambari-Tambopata': 1, 'San Gaban': 1 },
  'San Martin (department)': { Huallaga: 0.48 },
  'Ucayali (department)': { Aguaytia: 1, Calleria: 1 },
}

/** Zones that the model does not name, by the zones next to them; the shares are judgements. */
export const NEAR_ZONES: Readonly<Record<string, Shares>> = {
  'Alto Huallaga': { Huallaga: 0.8 },
  Monzon: { Huallaga: 0.3 },
  'Huallaga (part)': { Huallaga: 0.8 },
  'Sandia (Puno)': { 'Inambari-Tambopata': 0.9 },
  'Puno (San Gaban-Sandia)': { 'Inambari-Tambopata': 1, 'San Gaban': 1 },
  'Aguaytia and Pichis-Palcazu': { Aguaytia: 1, 'Pichis-Palcazu-Pachitea': 1 },
  'Maranon+Putumayo+Bajo Amazonas': { Maranon: 1, Putumayo: 1, 'Bajo Amazonas': 1 },
  'Aguaytia+Alto Huallaga+PPP+Orellana+Caballococha': {
    Aguaytia: 1,
    Huallaga: 0.8,
    'Pichis-Palcazu-Pachitea': 1,
    Contamana: 1,
    'Bajo Amazonas': 1,
  },
  'Atalaya – lower Urubamba': { Aguaytia: 0.1, Calleria: 0.1, 'Pichis-Palcazu-Pachitea': 0.1 },
  'VRAEM + La Convencion-Lares + Inambari-Tambopata': { VRAEM: 1, 'La Convencion-Lares': 1, 'Inambari-Tambopata': 1 },
  'VRAE + Alto Huallaga': { VRAEM: 1, Huallaga: 0.8 },
  'Other zones': { outside: 1 },
  'Other zones than VRAEM': { outside: 1 },
}

/** Counts of the country or of wider areas that are nearly all of the valley, with what is added to the spread. */
export const NEARLY_VALLEY: Readonly<Record<string, number>> = {
  'Peru (almost all VRAEM)': 0.05,
  'Peru (VRAEM+Huallaga)': 0.25,
  'VRAEM+Huallaga': 0.25,
  'VRAEM and rim': 0.1,
}
