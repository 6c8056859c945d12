// Where the literature disagrees, the rival mechanisms are switches, never blends. Each draw takes one option; a scenario may fix it.

export interface Switch {
  readonly options: readonly string[]
  readonly default: string
  readonly en: string
  readonly es: string
  readonly about: string
  /** Not drawn: the default holds wherever a scenario does not say otherwise. */
  readonly asked?: true
}

export const switches = {
  frontier: {
    options: ['none', 'return-led', 'dated-step'],
    default: 'return-led',
    en: 'Does the farming frontier limit coca?',
    es: '¿La frontera agrícola limita la coca?',
    about:
      'none: land never binds; return-led: settlers open land while coca pays; dated-step: land opened once, at an unknown date.',
  },
  spillover: {
    options: ['displacement', 'deterrence'],
    default: 'displacement',
    en: 'What does eradication do next door?',
    es: '¿Qué provoca la erradicación al lado?',
    about: 'displacement: part of what is removed is planted elsewhere; deterrence: neighbours plant less.',
  },
  leaf_price: {
    options: ['net-back', 'markdown'],
    default: 'net-back',
    en: 'Who sets the leaf price?',
    es: '¿Quién fija el precio de la hoja?',
    about:
      'net-back: border price less cost, with congestion; markdown: concentrated buyers keep a share that grows with their power.',
  },
  forest_cost: {
    options: ['small', 'large'],
    default: 'small',
    en: 'How much forest falls for a hectare of coca?',
    es: '¿Cuánto bosque cae por una hectárea de coca?',
    about: 'small: up to 0.5 ha; large: 2 to 3 ha, with access paths and later pasture.',
  },
  aid_effect: {
    options: ['information', 'sabotage'],
    default: 'information',
    en: 'What does aid do to violence?',
    es: '¿Qué hace la ayuda con la violencia?',
    about:
      'information: aid buys cooperation where the state is present; sabotage: aid in insecure places is attacked.',
  },
  levy: {
    options: ['low', 'high'],
    default: 'low',
    en: 'What does the armed group take of a kilo?',
    es: '¿Cuánto cobra el grupo armado por kilo?',
    about: 'low: about 5 dollars; high: about 50 dollars. Two sets of statements differ tenfold.',
  },
  returns: {
    options: ['per-day', 'per-hectare'],
    default: 'per-day',
    en: 'Do growers compare by day or by hectare?',
    es: '¿Comparan por jornal o por hectárea?',
    about: 'per-day: net return of a family day; per-hectare: net return of a hectare.',
  },
  moves_within: {
    options: ['none', 'open-land'],
    default: 'none',
    asked: true,
    en: 'Do families move between districts of the valley?',
    es: '¿Se mudan familias entre distritos del valle?',
    about:
      'none: nobody does; open-land: a few a year go to a neighbouring district with room and a better return. No source counts them, so this one is not drawn: a scenario asks for it.',
  },
} as const satisfies Readonly<Record<string, Switch>>

export type SwitchName = keyof typeof switches
