// What rival mechanisms are called where they are no question, and their options.
import type { SwitchName } from '../../system/switches.ts'
import type { Told } from '../study/table.ts'

interface Named extends Told {
  readonly options: Readonly<Record<string, Told>>
}

export const switchNames: Readonly<Record<SwitchName, Named>> = {
  frontier: {
    es: 'el límite de tierra para la coca',
    en: 'the limit that land sets to coca',
    options: {
      none: { es: 'no hay límite', en: 'no limit' },
      'return-led': { es: 'se abre tierra mientras la coca pague', en: 'land opens while coca pays' },
      'dated-step': { es: 'la tierra se abrió una sola vez', en: 'land opened once' },
    },
  },
  spillover: {
    es: 'el efecto de erradicar en los vecinos',
    en: 'the effect of eradication next door',
    options: {
      displacement: { es: 'la siembra se muda', en: 'planting moves there' },
      deterrence: { es: 'los vecinos siembran menos', en: 'neighbours plant less' },
    },
  },
  leaf_price: {
    es: 'lo que fija el precio de la hoja',
    en: 'what sets the leaf price',
    options: {
      'net-back': { es: 'el precio en la frontera', en: 'the price at the border' },
      markdown: { es: 'el poder de pocos compradores', en: 'the power of few buyers' },
    },
  },
  forest_cost: {
    es: 'el bosque que cae por una hectárea de coca',
    en: 'the forest felled for a hectare of coca',
    options: {
      small: { es: 'media hectárea o menos', en: 'half a hectare or less' },
      large: { es: 'dos a tres hectáreas', en: 'two to three hectares' },
    },
  },
  aid_effect: {
    es: 'el efecto de la ayuda en la violencia',
    en: 'the effect of aid on violence',
    options: {
      information: { es: 'la gente informa al Estado', en: 'people inform the state' },
      sabotage: { es: 'atrae ataques', en: 'it draws attacks' },
    },
  },
  levy: {
    es: 'el cupo del grupo armado por kilo',
    en: "the armed group's levy on a kilo",
    options: {
      low: { es: 'bajo, unos 5 dólares', en: 'low, about 5 dollars' },
      high: { es: 'alto, unos 50 dólares', en: 'high, about 50 dollars' },
    },
  },
  returns: {
    es: 'la forma en que se comparan cultivos',
    en: 'the way growers compare crops',
    options: {
      'per-day': { es: 'por jornal', en: 'by day of work' },
      'per-hectare': { es: 'por hectárea', en: 'by hectare' },
    },
  },
  moves_within: {
    es: 'la mudanza entre distritos del valle',
    en: 'moving between districts of the valley',
    options: {
      none: { es: 'nadie se muda', en: 'nobody moves' },
      'open-land': { es: 'algunos van donde hay tierra', en: 'some go where there is land' },
    },
  },
}
