// Words for what goes wrong with links, files, storage and workers, and for saved comparisons.
import type { Words } from '../../report/input.ts'

export const trouble = {
  problem_line: { es: 'línea {line}', en: 'line {line}' },
  problem_detail: { es: 'En palabras del lector de archivos', en: 'In the words of the file reader' },
  problem_unknown: {
    es: 'no se conoce en esta versión del laboratorio',
    en: 'is not known in this version of the laboratory',
  },
  problem_yaml: { es: 'no se puede leer como YAML', en: 'cannot be read as YAML' },
  problem_size: {
    es: 'el archivo es demasiado grande para ser un paquete (el límite es 256 kB)',
    en: 'the file is too large to be a package (the limit is 256 kB)',
  },
  problem_encoding: {
    es: 'no es un archivo de texto (UTF-8): parece un archivo binario o de otra codificación',
    en: 'this is no text file (UTF-8): it looks binary, or of another encoding',
  },
  problem_empty: { es: 'el archivo está vacío', en: 'the file is empty' },
  problem_range: { es: 'el valor está fuera de su rango', en: 'the value is out of its range' },
  problem_date: { es: 'la fecha no vale', en: 'the date cannot be used' },
  problem_missing: { es: 'falta aquí algo necesario', en: 'something needed is missing here' },
  problem_type: { es: 'aquí se esperaba otra clase de valor', en: 'another kind of value was expected here' },
  problem_place: { es: 'ese lugar no está en el laboratorio', en: 'that place is not in the laboratory' },
  problem_other: { es: 'no se puede usar', en: 'cannot be used' },
  yaml_newer: {
    es: 'Puede que el archivo sea de una versión más nueva del laboratorio (esta es la {version}).',
    en: 'The file may be of a newer version of the laboratory (this is {version}).',
  },
  engine_file: {
    es: 'Falta un archivo del laboratorio ({file}): sin conexión, o una copia incompleta de la página.',
    en: 'A file of the laboratory is missing ({file}): no connection, or an incomplete copy of the page.',
  },
  engine_cut: {
    es: 'Un archivo del laboratorio llegó cortado o dañado ({file}).',
    en: 'A file of the laboratory arrived cut short or damaged ({file}).',
  },
  engine_lost: {
    es: 'El navegador cerró dos veces el cálculo, quizá por falta de memoria: cierre otras pestañas e intente otra vez.',
    en: 'The browser ended the calculation twice, perhaps for lack of memory: close other tabs and try again.',
  },
  engine_unknown: { es: 'Fallo inesperado: {what}', en: 'Unexpected fault: {what}' },
  shipped: {
    es: 'Esta primera respuesta vino calculada con la página; su navegador la está repitiendo y dará las mismas cifras.',
    en: 'This first answer came with the page; your browser is working it out again, with the same numbers.',
  },
  saved_save: { es: 'Guardar', en: 'Save' },
  saved_name: { es: 'Guardar con el nombre', en: 'Save under the name' },
  saved_done: { es: 'Guardado en este navegador: «{name}».', en: 'Saved in this browser: “{name}”.' },
  saved_refused: {
    es: 'Este navegador no deja guardar nada. El enlace y el archivo YAML sí guardan la comparación.',
    en: 'This browser lets nothing be saved. The link and the YAML file do keep the comparison.',
  },
  saved_list: { es: 'Comparaciones guardadas ({n})', en: 'Saved comparisons ({n})' },
  saved_drop: { es: 'Borrar «{name}»', en: 'Delete “{name}”' },
} as const satisfies Readonly<Record<string, Words>>
