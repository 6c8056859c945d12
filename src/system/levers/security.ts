// Levers: Law and security.
import { amount, type Lever, share } from './lever.ts'

export const security = {
  forced_eradication: {
    group: 'security',
    en: 'Forced eradication',
    es: 'Erradicación forzosa',
    about: {
      en: 'Crews uproot coca by hand. Armed control, protest and terrain decide how much of the order is carried out; much of it is replanted.',
      es: 'Brigadas arrancan la coca a mano. El control armado, la protesta y el terreno deciden cuánto de lo ordenado se cumple; buena parte se resiembra.',
    },
    claims: {
      C0330: 'very little removed before 2022',
      C0254: 'removal by hand, no spraying',
      C0334: 'farmers replant after forced removal',
      C0347: 'area recovers after removal surges',
    },
    places: true,
    fields: {
      hectares_per_year: amount('ha/yr', 40000, 'hectares ordered a year', 'hectáreas ordenadas por año'),
      follow_up: share('share of cleared plots kept clear', 'parte de las parcelas que se mantiene limpia'),
    },
  },
  outside_eradication: {
    group: 'security',
    en: 'Eradication in other zones',
    es: 'Erradicación en otras zonas',
    about: {
      en: 'Eradication in the coca zones outside the valley. It moves prices and growers, the valley included.',
      es: 'Erradicación en las zonas cocaleras fuera del valle. Mueve precios y productores, también hacia el valle.',
    },
    claims: {
      C0250: 'national removal reached in 2019',
      C0328: 'national removal reached in 2013',
      C0557: 'pressure moved production into valley',
    },
    places: false,
    fields: { hectares_per_year: amount('ha/yr', 60000, 'hectares a year', 'hectáreas por año') },
  },
  air_interdiction: {
    group: 'security',
    en: 'Air interdiction',
    es: 'Interdicción aérea',
    about: {
      en: 'Radar, aircraft and the rule on flights. Closing the air moves the flow to land, river and foot.',
      es: 'Radares, aviones y la norma sobre vuelos. Cerrar el aire mueve el flujo a tierra, río y a pie.',
    },
    claims: {
      C0177: 'air law in force 2015',
      C0178: 'law moved flows off air',
      C0179: 'total outflow stayed the same',
      C0446: 'daily drug flights at border',
    },
    places: false,
    fields: {
      rule: {
        unit: '1',
        low: 0,
        high: 2,
        none: 0,
        words: { none: 0, 'non-lethal': 1, lethal: 2 },
        en: 'rule: none, non-lethal, lethal',
        es: 'norma: ninguna, no letal, letal',
      },
      effort: share('radar and patrol effort', 'esfuerzo de radar y patrulla'),
    },
  },
  ground_interdiction: {
    group: 'security',
    en: 'Interdiction on land and rivers',
    es: 'Interdicción en tierra y ríos',
    about: {
      en: 'Checks on roads and rivers and control of inputs, as an overall effort.',
      es: 'Controles en carreteras y ríos y fiscalización de insumos, como esfuerzo general.',
    },
    claims: {
      C0572: 'input seizures doubled in year',
      C0435: 'two tonnes in one seizure',
      C0571: 'arrests and seizures at record',
    },
    places: false,
    fields: {
      effort: { unit: '1', low: 0, high: 3, none: 0, en: 'effort, 1 as in 2019', es: 'esfuerzo, 1 como en 2019' },
      inputs: share('control of regulated inputs', 'fiscalización de insumos'),
    },
  },
  bases_and_patrols: {
    group: 'security',
    en: 'Bases and patrols',
    es: 'Bases y patrullas',
    about: {
      en: 'Soldiers and police in the valley. Control shifts slowly; clashes rise at once; abuse costs trust.',
      es: 'Soldados y policías en el valle. El control cambia despacio; los choques suben de inmediato; el abuso cuesta confianza.',
    },
    claims: {
      C0577: 'neighbours wanted police to leave',
      C0231: 'ten new bases in 2012',
      C0232: 'bases allow more continuous operations',
      C0228: 'raids set off deadlier retaliation',
    },
    places: true,
    fields: {
      troops: amount('person', 20000, 'soldiers and police', 'soldados y policías'),
      operational: { unit: '1', low: 0, high: 0.6, none: 0.15, en: 'share in missions', es: 'parte en misiones' },
      intelligence: share('intelligence effort', 'esfuerzo de inteligencia', 0.3),
      conduct: share('oversight of conduct', 'control de la conducta', 0.3),
    },
  },
} as const satisfies Readonly<Record<string, Lever>>
