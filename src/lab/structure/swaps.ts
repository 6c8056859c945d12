// The contest: one mechanism at a time done in a rival way or left out, everything else as it is.
import type { Words } from '../results.ts'
import type { Change } from './variant.ts'

export interface Swap extends Words {
  readonly id: string
  readonly change: Change
  /** An option of a switch: part of what the draws mix anyway, shown for comparison and never simplified away. */
  readonly arm?: true
}

/** An elasticity so large that nothing presses on the price. */
const BOUNDLESS = 1e9
/** So much noise in the choice of a way out that costs decide nothing. */
const BLIND = 1e9

// biome-ignore format: one line a swap
export const swaps: readonly Swap[] = [
  { id: 'per-day', arm: true, en: 'growers compare by day', es: 'los productores comparan por jornal', change: { parameters: { switch_returns: 0 } } },
  { id: 'per-hectare', arm: true, en: 'growers compare by hectare', es: 'los productores comparan por hectárea', change: { parameters: { switch_returns: 1 } } },
  { id: 'no-norms', en: 'neighbours do not matter', es: 'los vecinos no influyen', change: { parameters: { norm_weight: 0 } } },
  { id: 'one-type', en: 'all households are of one kind', es: 'todos los hogares son de un tipo', change: { parameters: { share_never_coca: 0, share_undeterrable_coca: 0 } } },
  { id: 'congestion-short', en: 'congestion in the valley only', es: 'congestión solo en el valle', change: { parameters: { leaf_demand_elasticity_long: BOUNDLESS } } },
  { id: 'congestion-long', en: 'congestion in the long run only', es: 'congestión solo a largo plazo', change: { parameters: { leaf_demand_elasticity: BOUNDLESS } } },
  { id: 'congestion-none', en: 'no congestion', es: 'sin congestión', change: { parameters: { leaf_demand_elasticity: BOUNDLESS, leaf_demand_elasticity_long: BOUNDLESS } } },
  { id: 'frontier-none', arm: true, en: 'land never binds', es: 'la tierra nunca limita', change: { parameters: { switch_frontier: 0 } } },
  { id: 'frontier-return-led', arm: true, en: 'settlers open land while coca pays', es: 'colonos abren tierra mientras la coca paga', change: { parameters: { switch_frontier: 1 } } },
  { id: 'frontier-dated-step', arm: true, en: 'land opened once, at an unknown date', es: 'tierra abierta una vez, en fecha incierta', change: { parameters: { switch_frontier: 2 } } },
  { id: 'no-liquidity', en: 'savings do not limit planting', es: 'el ahorro no limita la siembra', change: { parameters: { liquidity_weight: 0 } } },
  { id: 'no-labour-market', en: 'no labour market: pay and hands as at the start', es: 'sin mercado laboral: jornales y manos como al inicio', change: { without: ['labour-market'] } },
  { id: 'no-price-response', en: 'choices do not answer to returns', es: 'las decisiones no responden a la ganancia', change: { parameters: { logit_income_weight: 0 } } },
  { id: 'no-legal-prices', en: 'coca is not weighed against cacao and coffee', es: 'la coca no se compara con cacao y café', change: { parameters: { weight_cacao: 0, weight_coffee: 0 } } },
  { id: 'fixed-modes', en: 'shares of the ways out are fixed', es: 'partes fijas de las vías de salida', change: { parameters: { mode_choice_scale: BLIND, mode_habit: 0, lethal_air_deterrence_max: 0, nonlethal_air_deterrence: 0 } } },
  { id: 'no-displacement', en: 'removed coca is not planted elsewhere', es: 'lo erradicado no se siembra en otra parte', change: { parameters: { displace_share: 0 } } },
  { id: 'armed-by-area', en: 'the armed group is as large as the coca area makes it', es: 'el grupo armado crece con el área de coca', change: { without: ['armed-strength'], instead: 'armed-by-area' } },
  { id: 'no-threat', en: 'announced eradication frightens nobody', es: 'la erradicación anunciada no asusta', change: { without: ['threat'] } },
  { id: 'no-drift', en: 'no common drift of planting', es: 'sin deriva común de la siembra', change: { parameters: { area_growth_noise: 0, area_drift: 0 } } },
]

/** The model as it is. */
export const BASE: Swap = { id: 'base', en: 'the model as it is', es: 'el modelo como es', change: {} }
