// Which series of the data package the model covers, and by what. A series that is not listed is not modelled.

/** What exists in the valley, in its districts and in the other zones. */
export type Quantity = 'coca' | 'removed' | 'leaf' | 'product' | 'leaf price' | 'product price'

/** How forecasts of a series go on from the last years observed. */
export interface AnchorRule {
  readonly years: number
  /** The drift that the model misses, in ln units a root year; of coca areas by place and size. */
  readonly drift: number | 'area'
  /** Part of the model's miss that is left after a year; all of it unless said. */
  readonly keeps?: number
}

/** How a series is answered. */
export interface SeriesRule {
  /** A quantity, or outcomes of the valley that are added up. */
  readonly of: Quantity | readonly string[]
  /** Divides by this at the same place, or in the whole country. */
  readonly over?: Quantity | readonly string[]
  readonly share?: 'of Peru'
  readonly factor?: number
  /** A parameter that multiplies: a yield for an area. */
  readonly times?: 'cacao_yield_vraem'
  /** Money: soles or dollars of the day, by the unit of the row. */
  readonly money?: true
  /** Change in per cent, or as it is, since the year before, the month before, or January. */
  readonly change?: { readonly as: 'relative' | 'absolute'; readonly since: 'year' | 'month' | 'January' }
  /** A month has its own value; otherwise a month is answered with its year. */
  readonly monthly?: true
  /** Places answered: the valley by the year alone, for what must not be shown finer; its districts; the other zones too. */
  readonly places: 'valley' | 'districts' | 'zones'
  /** For series of the valley that are also told of the country: what this adds to the spread, in ln units. */
  readonly peruSd?: number
  /** Standard deviation, in ln units, between the true figure and what a source reports: a parameter or a judgement. */
  readonly sd: number | 'price_obs_sd'
  /** Share that gets reported, a parameter. */
  readonly reported?: 'violence_underreport'
  /** Traditional and industrial use is taken off. */
  readonly illicit?: true
  /** Forecasts go on from the last figures. */
  readonly anchor?: AnchorRule
  /** Limits of districts: as the survey reported them at the time, or those of 2017 up to 2021. */
  readonly limits?: 'of the time' | '2017'
  /** Groups such as `VRAEM core districts` consist of the districts that rows of this series tag so. */
  readonly tagged?: 'coca_area' | 'forest_loss' | 'population'
}

// the error of the survey is in the quantity itself
const surveyed: SeriesRule = { of: 'coca', places: 'zones', sd: 0, limits: 'of the time', tagged: 'coca_area' }
const coca: SeriesRule = { ...surveyed, anchor: { years: 1, drift: 'area' } }
// other drifts, and what a miss keeps, are judgements
const share: SeriesRule = { of: 'coca', over: 'coca', share: 'of Peru', factor: 100, places: 'zones', sd: 0.02 }
const removed: SeriesRule = { of: 'removed', places: 'zones', sd: 0.05 }
const leaf: SeriesRule = { of: 'leaf', places: 'zones', sd: 0.08, anchor: { years: 1, drift: 0.08 } }
const leafShare: SeriesRule = { of: 'leaf', over: 'leaf', share: 'of Peru', factor: 100, places: 'zones', sd: 0.04 }
const ofPrices: AnchorRule = { years: 1, drift: 0.15, keeps: 0.6 }
const leafPrice: SeriesRule = {
  of: 'leaf price',
  places: 'zones',
  sd: 'price_obs_sd',
  money: true,
  monthly: true,
  anchor: ofPrices,
}
const hcl: SeriesRule = { of: 'product price', places: 'zones', sd: 0.2, money: true, monthly: true, anchor: ofPrices }
// base over product price: 0.66 to 0.75 in the years to 2017 in which both are reported, 0.5 in 2020 (series/cocaine_*_price.csv)
const base: SeriesRule = { ...hcl, factor: 0.65, sd: 0.25 }
const sinceJanuary = { as: 'relative', since: 'January' } as const
const product: SeriesRule = { of: 'product', places: 'zones', sd: 0.1, anchor: { years: 1, drift: 0.08 } }

const ofCrops: AnchorRule = { years: 1, drift: 0.08 }

export const SERIES: Readonly<Record<string, SeriesRule>> = {
  coca_area: coca,
  coca_area_devida: coca,
  coca_area_unodc: coca,
  coca_area_district: coca,
  coca_area_sum: coca,
  coca_area_interpolated: coca,
  coca_area_province_sum: coca,
  coca_area_vraem_district_sum: coca,
  coca_area_vraem_province_sum: coca,
  coca_area_unodc_change_pct: { ...surveyed, change: { as: 'relative', since: 'year' } },
  coca_area_devida_change_ha: { ...surveyed, change: { as: 'absolute', since: 'year' } },
  coca_share_of_peru: share,
  coca_area_devida_share: share,
  coca_area_unodc_share: share,
  eradication_corah: removed,
  eradication_peru: removed,
  eradication_corah_monthly: { ...removed, sd: 0.1, monthly: true },
  leaf_price_farmgate: leafPrice,
  leaf_price_farmgate_pen: leafPrice,
  leaf_price_farmgate_arroba: leafPrice,
  leaf_price_farmgate_weighted: leafPrice,
  price_leaf: leafPrice,
  leaf_price_change_pct: {
    of: 'leaf price',
    places: 'zones',
    sd: 'price_obs_sd',
    change: { as: 'relative', since: 'year' },
  },
  hcl_price_producing_area: hcl,
  hcl_price_producing_area_pen: hcl,
  cocaine_hcl_price: hcl,
  price_hcl: hcl,
  base_price_producing_area: base,
  base_price_producing_area_pen: base,
  cocaine_base_price: base,
  price_paste: base,
  price_paste_washed: base,
  hcl_price_change_pct: {
    of: 'product price',
    places: 'zones',
    sd: 0.1,
    monthly: true,
    change: { as: 'relative', since: 'month' },
  },
  base_price_change_pct: { of: 'product price', places: 'zones', sd: 0.1, monthly: true, change: sinceJanuary },
  price_hcl_change: { of: 'product price', places: 'zones', sd: 0.1, monthly: true, change: sinceJanuary },
  leaf_production_potential: leaf,
  dry_leaf_production: leaf,
  leaf_to_illicit: { ...leaf, illicit: true },
  leaf_production_share: leafShare,
  leaf_yield_sundried: { of: 'leaf', over: ['coca_area'], places: 'zones', sd: 0.05 },
  potential_hcl_unodc: product,
  potential_hcl_dea: { ...product, sd: 0.2 },
  potential_hcl_peru_official_statement: { ...product, sd: 0.15 },
  cocaine_production: { ...product, sd: 0.15 },
  cocaine_share_of_peru: { of: 'product', over: 'product', share: 'of Peru', factor: 100, places: 'valley', sd: 0.06 },
  modal_share_air: { of: ['mode_share/air'], places: 'valley', factor: 100, sd: 0.15 },
  modal_share_land_or_sea: {
    of: ['mode_share/land', 'mode_share/river', 'mode_share/foot'],
    places: 'valley',
    factor: 100,
    sd: 0.15,
  },
  capture_rate: { of: ['seized'], over: ['potential_cocaine'], places: 'valley', factor: 100, sd: 0.3 },
  terrorist_acts: { of: ['attacks'], places: 'valley', sd: 0.2, reported: 'violence_underreport' },
  incident_deaths_total: { of: ['deaths'], places: 'valley', sd: 0.2, reported: 'violence_underreport' },
  deaths_civilians: { of: ['deaths/civilian'], places: 'valley', sd: 0.2 },
  deaths_police_and_military: { of: ['deaths/forces'], places: 'valley', sd: 0.1 },
  sl_vraem_armed: { of: ['armed_strength'], places: 'valley', sd: 0.25, peruSd: 0.3, anchor: { years: 5, drift: 0.1 } },
  // members for each armed one: 275 to 105, the middle of the ranges that are repeated from 2016 on (events/armed_strength.csv)
  sl_vraem_members: {
    of: ['armed_strength'],
    places: 'valley',
    factor: 275 / 105,
    sd: 0.3,
    peruSd: 0.3,
    anchor: { years: 5, drift: 0.1 },
  },
  poverty: { of: ['poverty_rate'], places: 'districts', factor: 100, sd: 0.1, anchor: { years: 1, drift: 0.06 } },
  extreme_poverty: {
    of: ['extreme_poverty_rate'],
    places: 'districts',
    factor: 100,
    sd: 0.2,
    anchor: { years: 1, drift: 0.1 },
  },
  income_share_coca: { of: ['coca_income_share'], places: 'districts', factor: 100, sd: 0.15 },
  population: {
    of: ['population'],
    places: 'districts',
    sd: 0.05,
    limits: '2017',
    tagged: 'population',
    anchor: { years: 1, drift: 0.02 },
  },
  population_sum: {
    of: ['population'],
    places: 'districts',
    sd: 0.05,
    tagged: 'population',
    anchor: { years: 1, drift: 0.02 },
  },
  population_pnud: { of: ['population'], places: 'districts', sd: 0.05, limits: '2017' },
  family_income_per_capita: { of: ['household_income'], places: 'districts', factor: 1 / 12, money: true, sd: 0.2 },
  forest_loss: {
    of: ['forest_loss'],
    places: 'districts',
    sd: 0.35,
    tagged: 'forest_loss',
    anchor: { years: 5, drift: 0.3 },
  },
  forest_loss_sum: {
    of: ['forest_loss'],
    places: 'districts',
    sd: 0.15,
    tagged: 'forest_loss',
    anchor: { years: 5, drift: 0.2 },
  },
  cacao_area: { of: ['legal_crop_area/cacao'], places: 'districts', sd: 0.15, anchor: ofCrops },
  cacao_area_harvested: { of: ['legal_crop_area/cacao'], places: 'districts', factor: 0.85, sd: 0.2, anchor: ofCrops },
  coffee_area_harvested: {
    of: ['legal_crop_area/coffee'],
    places: 'districts',
    factor: 0.85,
    sd: 0.2,
    anchor: ofCrops,
  },
  // tonnes from kilos; about 85 % of the standing area bears, a judgement
  cacao_production: {
    of: ['legal_crop_area/cacao'],
    places: 'valley',
    times: 'cacao_yield_vraem',
    factor: 0.85 / 1000,
    sd: 0.2,
  },
}
/** Rates: of several districts they would need weights, so they are answered for single districts only. */
export const isRate = ({ money, factor, over, of }: SeriesRule): boolean =>
  Array.isArray(of) && over === undefined && (money === true || factor === 100)
