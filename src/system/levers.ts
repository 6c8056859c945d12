// What a government or a community can change, declared once: fields with unit, range, value of 2024, words in both languages, and the parameter that prices it.

export interface Field {
  readonly unit: string
  readonly low: number
  readonly high: number
  /** The value that means "not used". */
  readonly none: number
  /** Words a scenario may write instead of a number. */
  readonly words?: Readonly<Record<string, number>>
  readonly en: string
  readonly es: string
}
export interface Lever {
  readonly group: 'farm' | 'security' | 'services' | 'agreements'
  readonly en: string
  readonly es: string
  /** One plain sentence: what it does, and what it can't. */
  readonly about: { readonly en: string; readonly es: string }
  readonly claims: readonly string[]
  /** The lever may be limited to some districts. */
  readonly places: boolean
  readonly fields: Readonly<Record<string, Field>>
}

const share = (en: string, es: string, none = 0): Field => ({ unit: '1', low: 0, high: 1, none, en, es })
const amount = (unit: string, high: number, en: string, es: string): Field => ({ unit, low: 0, high, none: 0, en, es })

export const levers = {
  forced_eradication: {
    group: 'security',
    en: 'Forced eradication',
    es: 'Erradicación forzosa',
    about: {
      en: 'Crews uproot coca by hand. Armed control, protest and terrain decide how much of the order is carried out; much of it is replanted.',
      es: 'Brigadas arrancan la coca a mano. El control armado, la protesta y el terreno deciden cuánto de lo ordenado se cumple; buena parte se resiembra.',
    },
    claims: ['C0254', 'C0330', 'C0334', 'C0347'],
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
    claims: ['C0250', 'C0328', 'C0557'],
    places: false,
    fields: { hectares_per_year: amount('ha/yr', 60000, 'hectares a year', 'hectáreas por año') },
  },
  alternative_development: {
    group: 'farm',
    en: 'Alternative development',
    es: 'Desarrollo alternativo',
    about: {
      en: 'Contracts with families: grant, monthly bonus and technical help for cacao and coffee. Funds arrive late, and without a buyer or a road families go back.',
      es: 'Contratos con familias: aporte, bono mensual y asistencia para cacao y café. El dinero llega tarde, y sin comprador ni camino las familias regresan.',
    },
    claims: ['C0258', 'C0259', 'C0337', 'C0339', 'C0353'],
    places: true,
    fields: {
      places_per_year: amount('household/yr', 40000, 'families offered a contract a year', 'familias con oferta de contrato por año'),
      grant: share('share of the planting cost paid', 'parte del costo de instalación que se paga'),
      bonus_months: amount('month', 60, 'months of bonus', 'meses de bono'),
      bonus: amount('PEN/month', 1500, 'bonus a month per family, soles of 2024', 'bono mensual por familia, soles de 2024'),
      assistance: share('technical assistance', 'asistencia técnica'),
      conditional: share('1: coca must go first, verified', '1: la coca sale primero, verificado'),
      promptness: share('share of contracts funded within half a year', 'parte de los contratos con fondos en medio año', 0.35),
    },
  },
  crop_market: {
    group: 'farm',
    en: 'Buyers and prices for legal crops',
    es: 'Compradores y precios de cultivos lícitos',
    about: {
      en: 'Cooperatives, certification and drying plants raise the farm-gate share of the world price; irrigation steadies yields.',
      es: 'Cooperativas, certificación y secado suben la parte del precio mundial que llega a la chacra; el riego da estabilidad.',
    },
    claims: ['C0256', 'C0268', 'C0269'],
    places: true,
    fields: {
      price_premium: { unit: '1', low: 0, high: 0.5, none: 0, en: 'farm-gate price added, share', es: 'precio en chacra añadido, proporción' },
      irrigation_per_year: amount('ha/yr', 5000, 'hectares irrigated a year', 'hectáreas con riego por año'),
    },
  },
  legal_purchase: {
    group: 'farm',
    en: 'Legal purchase of leaf',
    es: 'Compra legal de hoja',
    about: {
      en: 'The legal buyer takes more leaf at a better price. A high price also rewards growing.',
      es: 'La compradora legal toma más hoja a mejor precio. Un precio alto también premia sembrar.',
    },
    claims: ['C0542', 'C0545', 'C0546'],
    places: false,
    fields: {
      tonnes_per_year: amount('t/yr', 40000, 'tonnes bought in the valley a year', 'toneladas compradas en el valle por año'),
      price: { unit: 'PEN/kg', low: 0, high: 40, none: 0, en: 'price paid, soles of 2024', es: 'precio pagado, soles de 2024' },
    },
  },
  community_control: {
    group: 'agreements',
    en: 'Community control of registered plots',
    es: 'Control comunitario de parcelas registradas',
    about: {
      en: 'Registered families keep a small plot each and communities watch the limit, as in Bolivia. It needs titles, organisation and trust.',
      es: 'Cada familia registrada conserva una parcela pequeña y la comunidad vigila el límite, como en Bolivia. Requiere títulos, organización y confianza.',
    },
    claims: ['C0418', 'C0362'],
    places: true,
    fields: {
      coverage: share('share of communities that take part', 'parte de las comunidades que participa'),
      plot_limit: { unit: 'ha', low: 0.1, high: 2, none: 2, en: 'registered plot per family', es: 'parcela registrada por familia' },
    },
  },
  announced_benefits: {
    group: 'agreements',
    en: 'Benefits announced for coca holders',
    es: 'Beneficios anunciados para quien tiene coca',
    about: {
      en: 'Benefits announced in advance for whoever holds coca reward planting before the register closes.',
      es: 'Los beneficios anunciados para quien tenga coca premian sembrar antes de que cierre el padrón.',
    },
    claims: ['judgement'],
    places: true,
    fields: { strength: share('strength of the announcement', 'fuerza del anuncio') },
  },
  dialogue: {
    group: 'agreements',
    en: 'Dialogue and kept promises',
    es: 'Diálogo y acuerdos cumplidos',
    about: {
      en: 'Standing talks with growers and a budget to keep what was agreed. It builds trust slowly and calms protest.',
      es: 'Mesa permanente con productores y presupuesto para cumplir. Construye confianza de a poco y calma la protesta.',
    },
    claims: ['C0306', 'C0352', 'C0355'],
    places: true,
    fields: { effort: share('effort', 'esfuerzo') },
  },
  self_defence: {
    group: 'agreements',
    en: 'Support for self-defence committees',
    es: 'Apoyo a comités de autodefensa',
    about: {
      en: 'Radios, insurance and training for community patrols under public oversight.',
      es: 'Radios, seguros y capacitación para rondas comunales con supervisión pública.',
    },
    claims: ['C0127', 'C0532', 'C0610'],
    places: true,
    fields: { support: share('support', 'apoyo') },
  },
  land_titles: {
    group: 'agreements',
    en: 'Land titles',
    es: 'Titulación de tierras',
    about: {
      en: 'Secure titles for holdings and native communities; they favour trees over coca and open credit.',
      es: 'Títulos seguros para chacras y comunidades nativas; favorecen los árboles frente a la coca y abren el crédito.',
    },
    claims: ['C0096', 'C0323', 'C0299'],
    places: true,
    fields: { holdings_per_year: amount('household/yr', 20000, 'holdings titled a year', 'predios titulados por año') },
  },
  school_transfers: {
    group: 'services',
    en: 'School transfers',
    es: 'Transferencias condicionadas a la escuela',
    about: {
      en: 'Cash per child on condition of attendance. It lowers child work and, in one study, coca.',
      es: 'Dinero por cada niño a condición de que asista. Baja el trabajo infantil y, según un estudio, la coca.',
    },
    claims: ['C0316', 'C0324', 'C0315'],
    places: true,
    fields: {
      coverage: share('share of poor families reached', 'parte de familias pobres atendidas'),
      pen_per_child: amount('PEN/month', 400, 'soles of 2024 a month per child', 'soles de 2024 al mes por niño'),
    },
  },
  roads: {
    group: 'services',
    en: 'Roads',
    es: 'Caminos',
    about: {
      en: 'Better roads raise legal prices and bring services; they also open forest and carry anything.',
      es: 'Mejores caminos suben el precio legal y acercan servicios; también abren el bosque y llevan de todo.',
    },
    claims: ['C0267', 'C0268', 'C0181'],
    places: true,
    fields: { km_per_year: amount('km/yr', 400, 'kilometres built or paved a year', 'kilómetros construidos o asfaltados por año') },
  },
  power: {
    group: 'services',
    en: 'Electricity',
    es: 'Electricidad',
    about: { en: 'Connections to the grid.', es: 'Conexiones a la red.' },
    claims: ['C0276', 'C0279', 'C0439'],
    places: true,
    fields: { homes_per_year: amount('household/yr', 15000, 'homes connected a year', 'hogares conectados por año') },
  },
  health_and_schools: {
    group: 'services',
    en: 'Health, water and schools',
    es: 'Salud, agua y escuelas',
    about: {
      en: 'Staff, posts, water and schools. Insecurity and cut roads close part of what is paid for.',
      es: 'Personal, postas, agua y escuelas. La inseguridad y los caminos cortados cierran parte de lo que se paga.',
    },
    claims: ['C0311', 'C0317', 'C0439'],
    places: true,
    fields: { pen_per_person: amount('PEN/yr', 1500, 'soles of 2024 a person and year on top of today', 'soles de 2024 por persona y año sobre lo actual') },
  },
  integrity: {
    group: 'services',
    en: 'Local government integrity',
    es: 'Integridad del gobierno local',
    about: {
      en: 'Audits, open budgets and paid technical staff in municipalities.',
      es: 'Auditorías, presupuesto abierto y personal técnico en las municipalidades.',
    },
    claims: ['C0508', 'C0590'],
    places: true,
    fields: { effort: share('effort', 'esfuerzo') },
  },
  air_interdiction: {
    group: 'security',
    en: 'Air interdiction',
    es: 'Interdicción aérea',
    about: {
      en: 'Radar, aircraft and the rule on flights. Closing the air moves the flow to land, river and foot.',
      es: 'Radares, aviones y la norma sobre vuelos. Cerrar el aire mueve el flujo a tierra, río y a pie.',
    },
    claims: ['C0177', 'C0178', 'C0179', 'C0446'],
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
    claims: ['C0435', 'C0572', 'C0571'],
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
    claims: ['C0231', 'C0232', 'C0228', 'C0577'],
    places: true,
    fields: {
      troops: amount('person', 20000, 'soldiers and police', 'soldados y policías'),
      operational: { unit: '1', low: 0, high: 0.6, none: 0.15, en: 'share in missions', es: 'parte en misiones' },
      intelligence: share('intelligence effort', 'esfuerzo de inteligencia', 0.3),
      conduct: share('oversight of conduct', 'control de la conducta', 0.3),
    },
  },
} as const satisfies Readonly<Record<string, Lever>>

export type Levers = typeof levers
/** Values in force in one month; `where` is 1 in the districts a lever reaches, else 0. */
export type LeverValues = {
  readonly [L in keyof Levers]: { readonly [F in keyof Levers[L]['fields']]: number } & { readonly where: Float64Array }
}
