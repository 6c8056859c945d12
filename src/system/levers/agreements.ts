// Levers: Agreements with communities.
import { amount, type Lever, share } from './lever.ts'

export const agreements = {
  community_control: {
    group: 'agreements',
    en: 'Community control of registered plots',
    es: 'Control comunitario de parcelas registradas',
    about: {
      en: 'Registered families keep a small plot each and communities watch the limit, as in Bolivia. It needs titles, organisation and trust.',
      es: 'Cada familia registrada conserva una parcela pequeña y la comunidad vigila el límite, como en Bolivia. Requiere títulos, organización y confianza.',
    },
    claims: {
      C0418: 'distrust slows adoption of cacao',
      C0362: 'leniency bought cooperation against insurgents',
    },
    places: true,
    fields: {
      coverage: share('share of communities that take part', 'parte de las comunidades que participa'),
      plot_limit: {
        unit: 'ha',
        low: 0.1,
        high: 2,
        none: 2,
        en: 'registered plot per family',
        es: 'parcela registrada por familia',
      },
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
    claims: 'judgement',
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
    claims: {
      C0352: 'failed programmes feed growers anger',
      C0355: 'broken promises turn into protest',
      C0306: 'neglect and coercion breed distrust',
    },
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
    claims: {
      C0127: 'peasant patrols cut insurgent hold',
      C0532: 'self-defence groups fought in war',
      C0610: 'unmet justice leads to arms',
    },
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
    claims: {
      C0096: 'reform split holdings, moved people',
      C0323: 'armed presence weakens property rights',
      C0299: 'illegality deters investment, poverty persists',
    },
    places: true,
    fields: { holdings_per_year: amount('household/yr', 20000, 'holdings titled a year', 'predios titulados por año') },
  },
} as const satisfies Readonly<Record<string, Lever>>
