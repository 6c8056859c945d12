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
