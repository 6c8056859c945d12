// Levers: Farm, land and market.
import { amount, type Lever, share } from './lever.ts'

export const farm = {
  alternative_development: {
    group: 'farm',
    en: 'Alternative development',
    es: 'Desarrollo alternativo',
    about: {
      en: 'Contracts with families: grant, monthly bonus and technical help for cacao and coffee. Funds arrive late, and without a buyer or a road families go back.',
      es: 'Contratos con familias: aporte, bono mensual y asistencia para cacao y café. El dinero llega tarde, y sin comprador ni camino las familias regresan.',
    },
    claims: {
      C0258: 'number of substitution programmes deployed',
      C0259: 'profit and threats limit uptake',
      C0337: 'weak incentives stall voluntary substitution',
      C0339: 'participants revert when subsidies end',
      C0353: 'substitution of 2014 mostly unimplemented',
    },
    places: true,
    fields: {
      places_per_year: amount(
        'household/yr',
        40000,
        'families offered a contract a year',
        'familias con oferta de contrato por año',
      ),
      grant: share('share of the planting cost paid', 'parte del costo de instalación que se paga'),
      bonus_months: amount('month', 60, 'months of bonus', 'meses de bono'),
      bonus: amount(
        'PEN/month',
        1500,
        'bonus a month per family, soles of 2024',
        'bono mensual por familia, soles de 2024',
      ),
      assistance: share('technical assistance', 'asistencia técnica'),
      conditional: share('1: coca must go first, verified', '1: la coca sale primero, verificado'),
      promptness: share(
        'share of contracts funded within half a year',
        'parte de los contratos con fondos en medio año',
        0.35,
      ),
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
    claims: {
      C0256: 'cacao coffee fruit as substitutes',
      C0268: 'roads make legal trade easier',
      C0269: 'irrigation package of 49 works',
    },
    places: true,
    fields: {
      price_premium: {
        unit: '1',
        low: 0,
        high: 0.5,
        none: 0,
        en: 'farm-gate price added, share',
        es: 'precio en chacra añadido, proporción',
      },
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
    claims: {
      C0542: 'six percent of leaf legal',
      C0545: 'illegal buyers pay three times',
      C0546: 'buyers take whole harvests unasked',
    },
    places: false,
    fields: {
      tonnes_per_year: amount(
        't/yr',
        40000,
        'tonnes bought in the valley a year',
        'toneladas compradas en el valle por año',
      ),
      price: {
        unit: 'PEN/kg',
        low: 0,
        high: 40,
        none: 0,
        en: 'price paid, soles of 2024',
        es: 'precio pagado, soles de 2024',
      },
    },
  },
} as const satisfies Readonly<Record<string, Lever>>
