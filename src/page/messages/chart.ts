// Words around charts and their data.
import type { Words } from '../../report/input.ts'

export const chart = {
  chart_table: { es: 'Datos en tabla', en: 'Data as a table' },
  chart_csv: { es: 'CSV', en: 'CSV' },
  chart_svg: { es: 'SVG', en: 'SVG' },
  chart_png: { es: 'PNG', en: 'PNG' },
  chart_save: { es: 'Descargar', en: 'Download' },
  chart_rows: {
    es: 'Se muestran {shown} de {all} filas; el CSV las tiene todas.',
    en: '{shown} of {all} rows are shown; the CSV has all of them.',
  },
  chart_failed: { es: 'El navegador no pudo hacer la imagen.', en: 'The browser could not make the image.' },
  chart_keys: { es: 'Con las flechas se recorre año por año.', en: 'The arrow keys go year by year.' },
  chart_keys_marks: {
    es: 'Con las flechas se recorre marca por marca; Intro abre la afirmación.',
    en: 'The arrow keys go mark by mark; Enter opens the claim.',
  },
  column_year: { es: 'Año', en: 'Year' },
  column_scenario: { es: 'Paquete', en: 'Package' },
  column_low: { es: 'Percentil 5', en: '5th percentile' },
  column_quarter: { es: 'Percentil 25', en: '25th percentile' },
  column_median: { es: 'Mediana', en: 'Median' },
  column_three: { es: 'Percentil 75', en: '75th percentile' },
  column_high: { es: 'Percentil 95', en: '95th percentile' },
  column_above: { es: 'Parte sobre la referencia', en: 'Share above the reference' },
  groups: { es: 'Por grupos de hogares', en: 'By groups of households' },
  groups_in: { es: 'Diferencia en', en: 'Difference in' },
  groups_title: { es: '{measure}: diferencia por grupo, {year}', en: '{measure}: difference by group, {year}' },
  groups_note: {
    es: 'Cada grupo son los hogares que lo formaban en diciembre de {since}, en distritos de grado A o B. La línea es la franja del 90 %.',
    en: 'Each group is the households that made it up in December {since}, in districts of grade A or B. The line is the 90% band.',
  },
  groups_column: { es: 'Grupo', en: 'Group' },
  groups_few: { es: 'muy pocos hogares simulados', en: 'too few simulated households' },
  groups_limits: { es: 'Qué son estos grupos y qué no dicen', en: 'What these groups are, and what they do not say' },
  published: { es: 'publicado', en: 'published' },
  difference_of: { es: '{outcome}: diferencia', en: '{outcome}: difference' },
  marks_misses: { es: 'no reproduce: {n}', en: 'not reproduced: {n}' },
  map_play: { es: 'Reproducir los años', en: 'Play the years' },
  map_pause: { es: 'Detener', en: 'Stop' },
  map_year: { es: 'Año', en: 'Year' },
  map_schematic: {
    es: 'Esquemático: los distritos no son límites oficiales',
    en: 'Schematic: districts are not official limits',
  },
  map_hidden: { es: 'cifra demasiado pequeña para mostrarse', en: 'figure too small to be shown' },
} as const satisfies Readonly<Record<string, Words>>
