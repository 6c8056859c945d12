// The brief, and how the answer moves under what is believed.
export const brief = {
  view_brief: { es: 'Informe', en: 'Brief' },
  brief_open: { es: 'Informe', en: 'Brief' },
  brief_print: { es: 'Imprimir o guardar en PDF', en: 'Print or save as PDF' },
  brief_save: { es: 'Descargar como un solo archivo', en: 'Download as one file' },
  brief_back: { es: 'Volver a comparar', en: 'Back to comparing' },
  brief_running: {
    es: 'El informe espera la comparación: {done} de {total} simulaciones.',
    en: 'The brief waits for the comparison: {done} of {total} simulations.',
  },
  brief_opening: {
    es: 'Se abre el laboratorio y se corre la comparación …',
    en: 'The laboratory opens and the comparison runs …',
  },
  brief_gathering: {
    es: 'Se reúne la evidencia y se dibujan los mapas …',
    en: 'Evidence is gathered and maps are drawn …',
  },
  brief_failed: {
    es: 'El informe no se pudo hacer. La comparación sigue en el enlace; vuelva a cargar la página.',
    en: 'The brief could not be made. The comparison is still in the link; load the page again.',
  },
  brief_stopped: {
    es: 'La comparación se detuvo antes de terminar.',
    en: 'The comparison was stopped before its end.',
  },
  brief_again: { es: 'Correr otra vez', en: 'Run again' },
  brief_sheet: { es: 'El informe', en: 'The brief' },
  believe_none: {
    es: 'Nada en el modelo dice lo mismo: creerlo no cambiaría la corrida.',
    en: 'Nothing in the model says the same: believing it would not change the run.',
  },
  believed_title: { es: 'Si creo esto', en: 'If I believe this' },
  believed_drop: { es: 'Soltar', en: 'Drop' },
  believed_waiting: {
    es: 'Primero termina la comparación; luego se corre con lo que usted cree.',
    en: 'First the comparison ends; then it runs with what you believe.',
  },
  believed_running: {
    es: '{done} de {total} simulaciones que cumplen con lo que usted cree …',
    en: '{done} of {total} simulations that keep to what you believe …',
  },
  believed_failed: {
    es: 'No se pudo correr. Lo elegido queda en la dirección; vuelva a cargar la página.',
    en: 'It could not be run. What you chose stays in the address; load the page again.',
  },
  believed_stopped: {
    es: 'Se detuvo, porque se pidió otra cosa. Corre otra vez con el próximo cambio.',
    en: 'It was stopped, since something else was asked. It runs again with the next change.',
  },
  believed_table: { es: 'Antes y después, «{package}»', en: 'Before and after, “{package}”' },
  believed_before: { es: 'Con todas las simulaciones', en: 'With all simulations' },
  believed_after: { es: 'Si creo esto', en: 'If I believe this' },
  belief_inside: {
    es: '{inside} de las {of} simulaciones del modelo ya cumplen con lo creído (número efectivo {effective}).',
    en: '{inside} of the {of} simulations of the model already keep to what is believed (effective number {effective}).',
  },
  belief_reweighed: {
    es: 'Por ahora, {n} de las que ya se habían corrido; la corrida propia sigue.',
    en: 'For now, {n} of those already run; a run of its own follows.',
  },
  belief_run: {
    es: 'Se corrieron {run} de ellas; con más se verían movimientos más pequeños.',
    en: '{run} of them were run; with more, smaller moves would be seen.',
  },
  belief_moved: {
    es: 'Son pocas: se corrieron las mismas {run} de antes y en {moved} el valor se llevó dentro de lo creído, sin volver a ajustar lo demás al pasado.',
    en: 'They are few: the same {run} as before were run, and in {moved} the value was moved inside what is believed, without fitting the rest to the past again.',
  },
  belief_fixed: {
    es: 'Ninguna simulación toma esta opción por sí sola ({names}): se fijó en las {run}, sin volver a ajustar lo demás al pasado.',
    en: 'No simulation takes this option by itself ({names}): it was fixed in all {run}, without fitting the rest to the past again.',
  },
  belief_conflict: {
    es: '{sides} no pueden ser ciertas a la vez en el modelo: piden de «{target}» cosas distintas. Suelte una.',
    en: '{sides} cannot hold at once in the model: they ask different things of “{target}”. Drop one.',
  },
  belief_untested: {
    es: '«{label}»: nada en el modelo dice lo mismo, así que creerlo no cambia la corrida.',
    en: '“{label}”: nothing in the model says the same, so believing it does not change the run.',
  },
  belief_outside: {
    es: 'El rango de «{target}» en el modelo no llega hasta ahí: no se puede correr.',
    en: 'The range of “{target}” in the model does not reach that far: it cannot be run.',
  },
  belief_elsewhere: {
    es: '«{scenario}» fija «{target}» de otro modo: suelte una de las dos cosas.',
    en: '“{scenario}” fixes “{target}” another way: drop one of the two.',
  },
} as const
