// Words of the map.
import type { Words } from '../../report/input.ts'

export const map = {
  view_map: { es: 'Mapa', en: 'Map' },
  map_title: { es: 'Dónde', en: 'Where' },
  map_lead: {
    es: 'Distritos como celdas esquemáticas, con los ríos encima. Elija un resultado, deje correr los años y toque un distrito.',
    en: 'Districts as schematic cells, with the rivers on top. Choose an outcome, let the years run, and touch a district.',
  },
  map_outcome: { es: 'Resultado', en: 'Outcome' },
  map_show: { es: 'Mostrar', en: 'Show' },
  map_difference: { es: 'Diferencia: {package}', en: 'Difference: {package}' },
  map_difference_of: { es: '{outcome}: diferencia, «{package}»', en: '{outcome}: difference, “{package}”' },
  map_more: { es: 'Otros resultados y años en el mapa', en: 'Other outcomes and years on the map' },
  map_coming: { es: 'El mapa llega con la respuesta completa …', en: 'The map comes with the full answer …' },
  map_nothing: { es: 'sin cifra', en: 'no figure' },
  map_harm: {
    es: 'Ataques, muertes y control armado no se muestran por distrito: solo para el valle y el año. Las cifras muy pequeñas de un distrito tampoco se muestran.',
    en: 'Attacks, deaths and armed control are not shown by district: for the valley and the year only. Very small figures of a district are not shown either.',
  },
  band_from_to: { es: '90 %: de {low} a {high}', en: '90%: {low} to {high}' },
  district_code: { es: 'ubigeo {ubigeo}', en: 'ubigeo {ubigeo}' },
  district_grade: { es: 'pertenencia de grado {grade}', en: 'membership of grade {grade}' },
  district_table: {
    es: 'En {year}: nivel con la referencia y diferencia con cada paquete',
    en: 'In {year}: level under the reference, and difference of each package',
  },
  district_choose: {
    es: 'Toque un distrito en el mapa, o elíjalo de la lista.',
    en: 'Touch a district on the map, or choose one from the list.',
  },
  district_list: { es: 'Distrito', en: 'District' },
  district_none: { es: 'Elegir …', en: 'Choose …' },
  column_outcome: { es: 'Resultado', en: 'Outcome' },
  column_district: { es: 'Distrito', en: 'District' },
  column_ubigeo: { es: 'Ubigeo', en: 'Ubigeo' },
} as const satisfies Readonly<Record<string, Words>>
