// Words of the rule editor.
import type { Words } from '../../report/input.ts'

export const rules = {
  rules_open: { es: 'Cambiar esta regla', en: 'Change this rule' },
  rules_open_hint: {
    es: 'Es una función corta. Lo que escriba se revisa al instante y corre en su navegador, al lado del original.',
    en: 'It is a short function. What you write is checked at once and runs in your browser, beside the original.',
  },
  rules_title: { es: 'La regla, para cambiarla', en: 'The rule, to be changed' },
  rules_close: { es: 'Cerrar', en: 'Close' },
  rules_text: { es: 'Texto de la regla', en: 'Text of the rule' },
  rules_keys: {
    es: 'h: el hogar · d: su distrito · p: los parámetros · o: sumas del distrito · draw: el azar. Tab sale del texto.',
    en: 'h: the household · d: its district · p: parameters · o: sums of the district · draw: chance. Tab leaves the text.',
  },
  rules_names: {
    es: 'Nombres que una regla puede usar, con sus unidades',
    en: 'Names that a rule can use, with their units',
  },
  rules_names_search: { es: 'Buscar (en inglés)', en: 'Search' },
  rules_names_more: { es: '{shown} de {all}: afine la búsqueda.', en: '{shown} of {all}: narrow the search.' },
  rules_symbols: { es: 'En símbolos, con unidades', en: 'In symbols, with units' },
  rules_symbols_wait: {
    es: 'Los símbolos vuelven cuando el texto se pueda leer.',
    en: 'The symbols come back when the text can be read.',
  },
  rules_unit_none: { es: 'sin unidad', en: 'no unit' },
  rules_checking: { es: 'Revisando…', en: 'Checking…' },
  rules_same: { es: 'Igual que en el modelo.', en: 'As the model has it.' },
  rules_good: { es: 'Sin errores; las unidades cuadran.', en: 'No errors; the units agree.' },
  rules_faults: { es: 'Errores: {n}', en: 'Errors: {n}' },
  rules_at: { es: 'línea {line}, columna {column}', en: 'line {line}, column {column}' },
  rules_elsewhere: { es: 'en {file}', en: 'in {file}' },
  rules_run: { es: 'Correr al lado del original', en: 'Run beside the original' },
  rules_again: { es: 'Correr otra vez', en: 'Run again' },
  rules_reset: { es: 'Volver al original', en: 'Back to the original' },
  rules_download: { es: 'Descargar el cambio', en: 'Download the change' },
  rules_also: { es: 'También corren sus cambios en:', en: 'Your changes run too in:' },
  rules_outdated: {
    es: 'El modelo cambió esta regla desde que usted la editó. Su texto sigue aquí; compárelo con el original.',
    en: 'The model has changed this rule since you edited it. Your text is still here; compare it with the original.',
  },
  rules_shipped: { es: 'El texto del modelo', en: 'The text of the model' },
  rules_opening: { es: 'Preparando el laboratorio…', en: 'Preparing the laboratory…' },
  rules_progress: {
    es: '{done} de {total} simulaciones, las mismas para las dos reglas',
    en: '{done} of {total} simulations, the same ones for both rules',
  },
  rules_stopped: {
    es: 'Se detuvo. Lo hallado hasta ahí sigue a la vista y su texto está guardado.',
    en: 'Stopped. What was found so far stays in sight and your text is kept.',
  },
  rules_failed: { es: 'No se pudo correr. Su texto está guardado.', en: 'It could not be run. Your text is kept.' },
  rules_result: {
    es: '{reference}: con su regla y con la original',
    en: '{reference}: under your rule and the original',
  },
  rules_made: {
    es: 'Reglas cambiadas: {files} · {n} simulaciones emparejadas, semilla {seed}, muestra 1/{sample}',
    en: 'Changed rules: {files} · {n} paired simulations, seed {seed}, sample 1/{sample}',
  },
  rules_stale: {
    es: 'El texto cambió después de esta corrida.',
    en: 'The text has changed since this run.',
  },
  rules_nothing_moved: {
    es: 'Con esta regla no cambia ninguna cifra.',
    en: 'Under this rule no figure changes.',
  },
  rules_marks: {
    es: 'Los sellos de acierto son del modelo original, no de su regla.',
    en: 'Skill badges are those of the original model, not of your rule.',
  },
  rules_command: {
    es: 'Las mismas cifras en la línea de comandos, junto a los archivos descargados:',
    en: 'The same figures from the command line, beside the downloaded files:',
  },
} as const satisfies Readonly<Record<string, Words>>
