// Words of the map.
import type { Words } from '../../report/input.ts'

export const map = {
  view_map: { es: 'Mapa', en: 'Map' },
  map_title: { es: 'Dónde', en: 'Where' },
  map_outcome: { es: 'Resultado', en: 'Outcome' },
  map_show: { es: 'Mostrar', en: 'Show' },
  map_difference: { es: 'Diferencia: {package}', en: 'Difference: {package}' },
  map_difference_of: { es: '{outcome}: diferencia, «{package}»', en: '{outcome}: difference, “{package}”' },
  map_more: { es: 'Otros resultados y años en el mapa', en: 'Other outcomes and years on the map' },
  map_coming: { es: 'El mapa llega con la respuesta completa …', en: 'The map comes with the full answer …' },
  map_nothing: { es: 'sin cifra', en: 'no figure' },
  map_few: { es: 'muy pocos', en: 'too few' },
  map_past: { es: 'Solo el pasado, publicado', en: 'The past only, as published' },
  map_attacks: { es: 'Ataques publicados', en: 'Published attacks' },
  attacks_title: { es: 'Ataques publicados, {from}–{to}', en: 'Published attacks, {from}–{to}' },
  attacks_unit: { es: 'ataques en todos esos años', en: 'attacks in all these years' },
  attacks_source: {
    es: 'Fuente: prensa e informes recogidos en data/events/incidents.csv',
    en: 'Source: press and reports gathered in data/events/incidents.csv',
  },
  attacks_note: {
    es: 'Cada ataque cuenta una vez. Solo se muestran distritos con {least} o más en todo el periodo; los demás tuvieron menos, o ninguno publicado. No es una serie completa y nunca se proyecta.',
    en: 'Each attack counts once. Only districts with {least} or more in the whole period are shown; the others had fewer, or none published. It is not a complete series, and it is never projected.',
  },
  attacks_control: {
    es: 'Del control armado y de las fuerzas no hay cifras publicadas por distrito: se muestran para el valle y el año, en «Todos los resultados» de Comparar.',
    en: 'Of armed control and of forces there are no published figures by district: they are shown for the valley and the year, under “All outcomes” in Compare.',
  },
  attacks_more: { es: '{n} o más', en: '{n} or more' },
  attacks_fewer: { es: 'menos de {n}, o ninguno publicado', en: 'fewer than {n}, or none published' },
  zones_north: { es: '↑ Norte, lejos', en: '↑ North, far off' },
  zones_south: { es: '↘ Sureste', en: '↘ South-east' },
  zones_only_coca: {
    es: 'zona cocalera fuera del valle: solo se sigue su coca (área y erradicación)',
    en: 'coca zone outside the valley: only its coca is followed (area and eradication)',
  },
  zones_note: {
    es: 'Rayado: la pertenencia al VRAEM no está verificada. Cuadros: zonas cocaleras fuera del valle, en la dirección en que quedan, sin escala.',
    en: 'Hatched: membership of the VRAEM is not verified. Squares: coca zones outside the valley, in the direction in which they lie, not to scale.',
  },
  small_maps: { es: '{title}: {years}', en: '{title}: {years}' },
  map_keys: {
    es: 'Las flechas llevan de un distrito a otro; Intro abre su página.',
    en: 'Arrow keys go from district to district; Enter opens its page.',
  },
  map_own_limits: {
    es: 'Límites de su archivo: el laboratorio no los ha comprobado',
    en: 'Limits from your file: the laboratory has not checked them',
  },
  limits_open: { es: 'Usar límites reales (GeoJSON)', en: 'Use real limits (GeoJSON)' },
  limits_remove: { es: 'Volver a las celdas', en: 'Back to the cells' },
  limits_stay: {
    es: 'o suéltelos aquí; no salen de su navegador (hasta {most} MB)',
    en: 'or drop them here; they do not leave your browser (up to {most} MB)',
  },
  limits_drop: {
    es: 'Suelte el archivo GeoJSON: se queda en este navegador',
    en: 'Drop the GeoJSON file: it stays in this browser',
  },
  limits_reading: { es: 'Leyendo {name} …', en: 'Reading {name} …' },
  limits_drawn: {
    es: '{name}: {n} de {all} distritos dibujados ({read} puntos, se dibujan {drawn}).',
    en: '{name}: {n} of {all} districts drawn ({read} points, {drawn} are drawn).',
  },
  limits_missing: { es: 'Distritos sin límite en el archivo: {n}', en: 'Districts without limits in the file: {n}' },
  limits_kept: { es: 'El mapa sigue como estaba.', en: 'The map stays as it was.' },
  limits_large: {
    es: 'pesa {megabytes} MB y el máximo es {most} MB; no se leyó. Deje solo los distritos del VRAEM o simplifique el archivo.',
    en: 'it has {megabytes} MB and the most is {most} MB; it was not read. Keep only the districts of the VRAEM, or simplify the file.',
  },
  limits_empty: { es: 'el archivo está vacío.', en: 'the file is empty.' },
  limits_json: {
    es: 'no es JSON válido: quizá se cortó al descargarlo. Descárguelo otra vez.',
    en: 'it is not valid JSON: perhaps the download was cut short. Download it again.',
  },
  limits_topology: {
    es: 'es TopoJSON. Conviértalo a GeoJSON (por ejemplo en mapshaper.org) y ábralo de nuevo.',
    en: 'it is TopoJSON. Convert it to GeoJSON (for instance with mapshaper.org) and open it again.',
  },
  limits_format: {
    es: 'parece un shapefile comprimido, KML o XML. Expórtelo como GeoJSON.',
    en: 'it looks like a zipped shapefile, KML or XML. Export it as GeoJSON.',
  },
  limits_map: {
    es: 'es JSON, pero no un mapa: se espera una FeatureCollection de GeoJSON.',
    en: 'it is JSON but no map: a GeoJSON FeatureCollection is expected.',
  },
  limits_areas: {
    es: 'no tiene polígonos, solo puntos o líneas: se esperan los límites de distritos.',
    en: 'it has no polygons, only points or lines: limits of districts are expected.',
  },
  limits_not_degrees: {
    es: 'sus coordenadas (por ejemplo {x}; {y}) no son grados de longitud y latitud. Reproyecte a EPSG:4326.',
    en: 'its coordinates (for instance {x}; {y}) are not degrees of longitude and latitude. Reproject to EPSG:4326.',
  },
  limits_swapped: {
    es: 'parece tener la latitud antes que la longitud. En GeoJSON va primero la longitud.',
    en: 'it seems to have latitude before longitude. In GeoJSON longitude comes first.',
  },
  limits_elsewhere: { es: 'sus polígonos quedan fuera del Perú.', en: 'its polygons lie outside Peru.' },
  limits_bad_numbers: {
    es: 'coordenadas que no son números, o fuera del Perú: {n}.',
    en: 'coordinates that are no numbers, or lie outside Peru: {n}.',
  },
  limits_no_match: {
    es: 'ninguno de sus {n} polígonos es un distrito del VRAEM. Se busca un ubigeo (UBIGEO, IDDIST, ADM3_PCODE …) o distrito y provincia; el archivo trae: {fields}.',
    en: 'none of its {n} polygons is a district of the VRAEM. A ubigeo is looked for (UBIGEO, IDDIST, ADM3_PCODE …) or district and province; the file has: {fields}.',
  },
  limits_no_fields: { es: 'ninguna propiedad', en: 'no property' },
  limits_thread: {
    es: 'el navegador no pudo leerlo: quizá le falta memoria. Pruebe con un archivo más pequeño.',
    en: 'the browser could not read it: perhaps it lacks memory. Try a smaller file.',
  },
  column_kind: { es: 'Lugar', en: 'Kind' },
  column_place: { es: 'Nombre', en: 'Name' },
  column_grade: { es: 'Grado', en: 'Grade' },
  kind_district: { es: 'distrito', en: 'district' },
  kind_zone: { es: 'zona fuera del valle', en: 'zone outside' },
  grade_A: { es: 'pertenencia documentada (grado A)', en: 'membership documented (grade A)' },
  grade_B: { es: 'pertenencia inferida (grado B)', en: 'membership inferred (grade B)' },
  grade_C: { es: 'pertenencia no verificada (grado C)', en: 'membership not verified (grade C)' },
  district_opened: { es: 'Página de {name} abierta', en: 'Page of {name} open' },
  district_close: { es: 'Cerrar', en: 'Close' },
  district_time: { es: '2000–2035', en: '2000–2035' },
  district_open: { es: 'Ver {outcome} en el mapa', en: 'Show {outcome} on the map' },
  district_said: { es: 'Qué se dice de este distrito', en: 'What is said of this district' },
  district_said_none: {
    es: 'En el registro no hay afirmaciones sobre este distrito.',
    en: 'The ledger has no claims about this district.',
  },
  district_said_all: { es: 'Ver los {n} temas', en: 'Show all {n} subjects' },
  district_coming: { es: 'La página del distrito llega en un momento …', en: 'The district page comes in a moment …' },
  map_harm: {
    es: 'Ataques, muertes y control armado no se muestran por distrito: solo para el valle y el año. Las cifras muy pequeñas de un distrito tampoco se muestran.',
    en: 'Attacks, deaths and armed control are not shown by district: for the valley and the year only. Very small figures of a district are not shown either.',
  },
  band_from_to: { es: '90 %: de {low} a {high}', en: '90%: {low} to {high}' },
  district_code: { es: 'ubigeo {ubigeo}', en: 'ubigeo {ubigeo}' },
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
