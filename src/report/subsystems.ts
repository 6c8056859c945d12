// Subsystems of the parameter table in words.
import type { Words } from './input.ts'

const SUBSYSTEMS: Readonly<Record<string, Words>> = {
  aid: { en: 'foreign aid', es: 'ayuda externa' },
  alt_development: { en: 'alternative development', es: 'desarrollo alternativo' },
  armed_group: { en: 'armed group', es: 'grupo armado' },
  budget: { en: 'public spending', es: 'gasto público' },
  climate: { en: 'climate', es: 'clima' },
  coca_agronomy: { en: 'growing coca', es: 'cultivo de coca' },
  demography: { en: 'population', es: 'población' },
  eradication: { en: 'eradication', es: 'erradicación' },
  forest_soil: { en: 'forest and soil', es: 'bosque y suelo' },
  governance: { en: 'government', es: 'gobierno' },
  household_decision: { en: 'decisions of households', es: 'decisiones de los hogares' },
  interdiction: { en: 'interdiction', es: 'interdicción' },
  labour: { en: 'work', es: 'trabajo' },
  land: { en: 'land', es: 'tierra' },
  leaf_market: { en: 'leaf market', es: 'mercado de la hoja' },
  legal_crops: { en: 'legal crops', es: 'cultivos lícitos' },
  macro: { en: 'the wider economy', es: 'economía general' },
  measurement: { en: 'measurement', es: 'medición' },
  outside_demand: { en: 'demand and zones outside', es: 'demanda y zonas de fuera' },
  processing: { en: 'processing', es: 'procesamiento' },
  roads_services: { en: 'roads and services', es: 'caminos y servicios' },
  social: { en: 'communities', es: 'comunidades' },
  state_forces: { en: 'state forces', es: 'fuerzas del Estado' },
  trafficking: { en: 'trafficking', es: 'tráfico' },
  'rival mechanisms': { en: 'rival mechanisms', es: 'mecanismos rivales' },
}

/** A subsystem without words is shown as the table writes it. */
export const subsystemWords = (name: string): Words => {
  const shown = name.replaceAll('_', ' ')
  return SUBSYSTEMS[name] ?? { en: shown, es: shown }
}
