// Words of the frame around the views.
import type { Words } from '../../report/input.ts'

export const shell = {
  product: { es: 'VRAEM Lab', en: 'VRAEM Lab' },
  view_evidence: { es: 'Evidencia', en: 'Evidence' },
  view_works: { es: 'Cómo funciona', en: 'How it works' },
  view_limits: { es: 'Límites', en: 'Limits' },
  views: { es: 'Vistas', en: 'Views' },
  skip: { es: 'Ir al contenido', en: 'Skip to content' },
  language: { es: 'Idioma', en: 'Language' },
  theme: { es: 'Apariencia', en: 'Appearance' },
  theme_system: { es: 'Como el sistema', en: 'As the system' },
  theme_light: { es: 'Clara', en: 'Light' },
  theme_dark: { es: 'Oscura', en: 'Dark' },
  crumbs: { es: 'Dónde está', en: 'Where you are' },
  loading: { es: 'Abriendo …', en: 'Opening …' },
  failed_title: { es: 'No se pudo abrir', en: 'This could not be opened' },
  failed_file: {
    es: 'Un archivo de la página no llegó ({fault}). Lo demás sigue funcionando.',
    en: 'A file of the page did not arrive ({fault}). Everything else keeps working.',
  },
  failed_offline: {
    es: 'No hay conexión y esta parte todavía no se había abierto. Lo ya abierto sigue funcionando.',
    en: 'There is no connection and this part had not been opened before. What is open keeps working.',
  },
  again: { es: 'Intentar otra vez', en: 'Try again' },
  offline: {
    es: 'Sin conexión: lo que ya se abrió sigue funcionando.',
    en: 'Offline: what has been opened keeps working.',
  },
  newer: {
    es: 'Hay una versión nueva del laboratorio. Esta página sigue funcionando como está.',
    en: 'There is a newer version of the laboratory. This page keeps working as it is.',
  },
  newer_open: { es: 'Abrir la nueva', en: 'Open the new one' },
  unknown_title: { es: 'Esa página no existe', en: 'There is no such page' },
  unknown: {
    es: 'La dirección «{address}» no lleva a ninguna parte: puede estar cortada o ser de otra versión.',
    en: 'The address “{address}” leads nowhere: it may be cut short, or of another version.',
  },
  unknown_back: { es: 'Ir al inicio', en: 'Go to the start' },
  welcome: { es: 'En tres pasos', en: 'In three steps' },
  welcome_place: {
    es: 'Valle de los ríos Apurímac, Ene y Mantaro: {districts} distritos, unas {people} personas.',
    en: 'Valley of the rivers Apurímac, Ene and Mantaro: {districts} districts, some {people} people.',
  },
  welcome_1: { es: 'Elija un paquete o mueva una medida', en: 'Choose a package or move a lever' },
  welcome_1_text: {
    es: 'La respuesta se calcula en este navegador mientras usted mueve: primero gruesa, luego más firme.',
    en: 'The answer is worked out in this browser while you move: coarse at first, then steadier.',
  },
  welcome_2: { es: 'Mire qué tan seguro es', en: 'See how sure it is' },
  welcome_2_text: {
    es: 'No es un pronóstico: son proyecciones con franjas, y las palabras siguen a las simulaciones. Los límites dicen lo que no puede responder.',
    en: 'It is no forecast: projections with bands, and words that follow the simulations. The limits say what it cannot answer.',
  },
  welcome_3: { es: 'Pregunte quién lo dice', en: 'Ask who says so' },
  welcome_3_text: {
    es: 'Cada curva lleva a sus reglas, sus parámetros y las afirmaciones detrás. Donde las fuentes se contradicen, se ve por qué.',
    en: 'Every curve leads to its rules, its parameters and the claims behind them. Where sources contradict each other you see why.',
  },
  welcome_done: { es: 'Entendido', en: 'Understood' },
  footer: {
    es: 'Código Apache-2.0, datos CC BY 4.0. Esta página no pide nada a nadie: ni contadores ni letras ajenas.',
    en: 'Code Apache-2.0, data CC BY 4.0. This page asks nobody for anything: no counters, no fonts from elsewhere.',
  },
  version: { es: 'versión {version} · datos {data}', en: 'version {version} · data {data}' },
} as const satisfies Readonly<Record<string, Words>>
