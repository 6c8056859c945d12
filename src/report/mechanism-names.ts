// Mechanisms as readers call them.
import type { Words } from './input.ts'

const NAMES: Readonly<Record<string, Words>> = {
  'money-and-wages': { en: 'Money and wages', es: 'Moneda y jornales' },
  aid: { en: 'Aid', es: 'Ayuda externa' },
  climate: { en: 'Climate', es: 'Clima' },
  access: { en: 'Access', es: 'Acceso' },
  threat: { en: 'Threat', es: 'Amenaza de erradicación' },
  eradication: { en: 'Eradication', es: 'Erradicación' },
  programme: { en: 'Alternative development programme', es: 'Programa de desarrollo alternativo' },
  transfers: { en: 'Transfers', es: 'Transferencias' },
  'crop-yields': { en: 'Crop yields', es: 'Rendimiento de los cultivos' },
  'legal-prices': { en: 'Legal prices', es: 'Precios de cultivos lícitos' },
  'leaf-yield': { en: 'Leaf yield', es: 'Rendimiento de la hoja' },
  'coca-stand': { en: 'Coca stand', es: 'Plantas de coca' },
  uprooting: { en: 'Uprooting', es: 'Arranque de parcelas' },
  replanting: { en: 'Replanting', es: 'Resiembra' },
  contract: { en: 'Contract', es: 'Contrato de la familia' },
  harvest: { en: 'Harvest', es: 'Cosecha de hoja' },
  'legal-crops': { en: 'Legal crops', es: 'Cultivos lícitos' },
  labour: { en: 'Family labour', es: 'Trabajo de la familia' },
  purse: { en: 'Purse', es: 'Bolsillo del hogar' },
  tally: { en: 'Tally', es: 'Cuenta del mes' },
  'labour-market': { en: 'Labour market', es: 'Mercado de trabajo' },
  'leaf-balance': { en: 'Leaf balance', es: 'Balance de la hoja' },
  modes: { en: 'Ways out', es: 'Vías de salida' },
  interdiction: { en: 'Interdiction', es: 'Interdicción' },
  organisations: { en: 'Trafficking organisations', es: 'Organizaciones de tráfico' },
  'border-price': { en: 'Border price', es: 'Precio en la frontera' },
  'leaf-price': { en: 'Leaf price', es: 'Precio de la hoja' },
  mood: { en: 'Unexplained swings', es: 'Vaivén sin causa conocida' },
  expectations: { en: 'Expectations', es: 'Expectativas' },
  frontier: { en: 'Farming frontier', es: 'Frontera agrícola' },
  tenure: { en: 'Land titles', es: 'Títulos de tierra' },
  'migration-pull': { en: 'Pull to migrate', es: 'Atracción para migrar' },
  prospects: { en: 'Prospects', es: 'Lo que promete cada cultivo' },
  ageing: { en: 'Ageing of plants', es: 'Edad de las plantas' },
  choice: { en: 'Household choice', es: 'Decisión del hogar' },
  'land-use': { en: 'Land use', es: 'Uso de la tierra' },
  family: { en: 'Family', es: 'La familia' },
  welfare: { en: 'Welfare', es: 'Bienestar' },
  'coming-and-going': { en: 'Coming and going', es: 'Llegadas y salidas' },
  governance: { en: 'Local government', es: 'Gobierno local' },
  services: { en: 'Services', es: 'Servicios' },
  infrastructure: { en: 'Infrastructure', es: 'Infraestructura' },
  forces: { en: 'Security forces', es: 'Fuerzas del orden' },
  control: { en: 'Armed control', es: 'Control armado' },
  'armed-finance': { en: 'Armed finance', es: 'Dinero del grupo armado' },
  'armed-strength': { en: 'Armed strength', es: 'Fuerza del grupo armado' },
  violence: { en: 'Violence', es: 'Violencia' },
  displacement: { en: 'Displacement', es: 'Desplazamiento' },
  trust: { en: 'Trust', es: 'Confianza' },
  protest: { en: 'Protest', es: 'Protesta' },
  organisation: { en: 'Community organisation', es: 'Organización comunal' },
  forest: { en: 'Forest', es: 'Bosque' },
  soil: { en: 'Soil', es: 'Suelo' },
  'other-zones': { en: 'Other zones', es: 'Otras zonas' },
  survey: { en: 'Official survey', es: 'La encuesta oficial' },
  budget: { en: 'Budget', es: 'Presupuesto' },
  'month-end': { en: 'Month end', es: 'Cierre del mes' },
  'moving-pull': { en: 'Pull to move', es: 'Atracción para mudarse' },
  'second-thoughts': { en: 'Second thoughts', es: 'Decisión adelantada' },
  moving: { en: 'Moving within the valley', es: 'Mudanza dentro del valle' },
}

/** Every mechanism that has a name. */
export const namedMechanisms: readonly string[] = Object.keys(NAMES)

/** By its name without the folder; as it stands where it has none. */
export const mechanismWords = (id: string): Words => {
  const short = id.slice(id.lastIndexOf('/') + 1)
  return (Object.hasOwn(NAMES, short) ? NAMES[short] : undefined) ?? { en: id, es: id }
}
