// Levers: Services and roads.
import { amount, type Lever, share } from './lever.ts'

export const services = {
  school_transfers: {
    group: 'services',
    en: 'School transfers',
    es: 'Transferencias condicionadas a la escuela',
    about: {
      en: 'Cash per child on condition of attendance. It lowers child work and, in one study, coca.',
      es: 'Dinero por cada niño a condición de que asista. Baja el trabajo infantil y, según un estudio, la coca.',
    },
    claims: {
      C0316: 'cash transfers target school dropout',
      C0324: 'incentives raise completion of school',
      C0315: 'illicit economy raises school dropout',
    },
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
    claims: {
      C0268: 'roads make legal trade easier',
      C0181: 'civilian traffic hides illicit loads',
      C0267: 'road paving of 65 kilometres',
    },
    places: true,
    fields: {
      km_per_year: amount(
        'km/yr',
        400,
        'kilometres built or paved a year',
        'kilómetros construidos o asfaltados por año',
      ),
    },
  },
  power: {
    group: 'services',
    en: 'Electricity',
    es: 'Electricidad',
    about: { en: 'Connections to the grid.', es: 'Conexiones a la red.' },
    claims: {
      C0439: 'no sanitation, power, basic infrastructure',
      C0276: 'residents reached by power schemes',
      C0279: 'people served by electrification scheme',
    },
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
    claims: {
      C0317: 'preschool attendance before the decade',
      C0439: 'no sanitation, power, basic infrastructure',
      C0311: 'violence and distance block care',
    },
    places: true,
    fields: {
      pen_per_person: amount(
        'PEN/yr',
        1500,
        'soles of 2024 a person and year on top of today',
        'soles de 2024 por persona y año sobre lo actual',
      ),
    },
  },
  integrity: {
    group: 'services',
    en: 'Local government integrity',
    es: 'Integridad del gobierno local',
    about: {
      en: 'Audits, open budgets and paid technical staff in municipalities.',
      es: 'Auditorías, presupuesto abierto y personal técnico en las municipalidades.',
    },
    claims: {
      C0590: 'politicians fill an appointed post',
      C0508: 'local power accused of collusion',
    },
    places: true,
    fields: { effort: share('effort', 'esfuerzo') },
  },
} as const satisfies Readonly<Record<string, Lever>>
