// What tables, sentences and pages say of open questions and what finding out would be worth.
import type { Words } from '../input.ts'

export const words = {
  title: { en: 'Find this out first', es: 'Averígüese esto primero' },
  title_doubtful: { en: 'Doubtful unknowns, one by one', es: 'Incógnitas dudosas, una por una' },
  title_effects: { en: 'What the sides would mean', es: 'Qué significaría cada versión' },
  head_question: { en: 'question', es: 'pregunta' },
  head_outcome: { en: 'outcome', es: 'resultado' },
  head_worth: { en: 'worth knowing', es: 'vale saberlo' },
  head_share: { en: 'of knowing all', es: 'de saberlo todo' },
  head_turned: { en: 'orders turned', es: 'órdenes invertidos' },
  head_effect: { en: 'moves it by', es: 'lo mueve' },
  head_package: { en: 'under', es: 'con' },
  head_each: { en: 'package', es: 'paquete' },
  first: {
    en: 'Find this out first: {question} Knowing it before choosing would be worth {worth} in {outcome} ({share} of what knowing everything would be worth).',
    es: 'Averígüese esto primero: {question} Saberlo antes de elegir valdría {worth} en {outcome} ({share} de lo que valdría saberlo todo).',
  },
  next: {
    en: '{question} Knowing it would be worth {worth} in {outcome} ({share} of knowing everything).',
    es: '{question} Saberlo valdría {worth} en {outcome} ({share} de saberlo todo).',
  },
  now: {
    en: 'Over all futures “{package}” is best there;',
    es: 'En el conjunto de los futuros lo mejor es «{package}»;',
  },
  side_best: { en: 'if “{side}”, “{package}” is better by {size}', es: 'si «{side}», es mejor «{package}» por {size}' },
  side_same: { en: 'if “{side}”, it stays the best', es: 'si «{side}», sigue siendo lo mejor' },
  together: {
    en: 'It is the same unknown as in {groups}: one finding would settle them together.',
    es: 'Es la misma incógnita que en {groups}: un solo hallazgo las resolvería juntas.',
  },
  settle: { en: 'What would settle it: {what}', es: 'Qué lo resolvería: {what}' },
  none: {
    en: 'No contradiction, settled by itself, would change which of these {packages} packages is best in any outcome by more than chance shows in {futures} futures. That is an answer: the choice does not hang on them.',
    es: 'Ninguna contradicción, resuelta por sí sola, cambiaría cuál de estos {packages} paquetes es el mejor en algún resultado más de lo que muestra el azar en {futures} futuros. También es una respuesta: la elección no depende de ellas.',
  },
  none_few: {
    en: 'Nothing stands out from chance in {futures} futures of {draws} draws, and these are too few to say that nothing matters: more futures are needed.',
    es: 'Nada se distingue del azar en {futures} futuros de {draws} sorteos, y son muy pocos para decir que nada importa: hacen falta más futuros.',
  },
  none_doubtful: {
    en: 'No unknown alone would change the best package in any outcome by more than chance shows.',
    es: 'Ninguna incógnita por sí sola cambiaría el mejor paquete en algún resultado más de lo que muestra el azar.',
  },
  moves_only: {
    en: '{n} contradictions move outcomes without changing the best package: {list}.',
    es: '{n} contradicciones mueven resultados sin cambiar el mejor paquete: {list}.',
  },
  quiet: {
    en: '{n} contradictions feed the model but move nothing by more than chance shows.',
    es: '{n} contradicciones entran en el modelo, pero no mueven nada más de lo que muestra el azar.',
  },
  not_in_model: {
    en: '{n} contradictions stand for nothing in the model, so it cannot say what settling them is worth: not zero, unknown. For example {list}.',
    es: '{n} contradicciones no representan nada en el modelo, así que no puede decir cuánto vale resolverlas: no es cero, no se sabe. Por ejemplo {list}.',
  },
  not_in_study: {
    en: '{n} contradictions are about unknowns that this study does not vary: {list}.',
    es: '{n} contradicciones tratan de incógnitas que este estudio no varía: {list}.',
  },
  few_sides: {
    en: 'Too few futures of this study lie on these sides to say anything: {list}. Either it is small, or the past leaves them little room or none; --rerun draws inside.',
    es: 'Muy pocos futuros de este estudio caen en estas versiones para decir algo: {list}. O es pequeño, o el pasado les deja poco lugar o ninguno; --rerun sortea dentro.',
  },
  world: {
    en: 'Beyond anyone to find out beforehand, but it matters: {list}.',
    es: 'Nadie puede averiguarlo de antemano, pero importa: {list}.',
  },
  open: {
    en: 'No value of knowing is given where sources disagree whether more is better: {list}.',
    es: 'No se da valor de saber donde las fuentes no concuerdan en si más es mejor: {list}.',
  },
  left_out: {
    en: '{n} futures are left out: the model failed there, or gave no number.',
    es: '{n} futuros quedan fuera: ahí el modelo falló o no dio un número.',
  },
  about: {
    en: '{futures} futures from {draws} draws, {packages} packages. The value of knowing is what choosing the best package after learning the answer gains over choosing now, in the unit of the outcome, the rest staying uncertain. Figures that {shuffles} shuffles of the answers also show count as zero.',
    es: '{futures} futuros de {draws} sorteos, {packages} paquetes. El valor de saber es lo que se gana al elegir el mejor paquete después de conocer la respuesta y no ahora, en la unidad del resultado, con lo demás incierto. Las cifras que también muestran {shuffles} barajadas de las respuestas cuentan como cero.',
  },
  title_rerun: {
    en: 'Drawn inside each side (of the first: {inside} of {of} draws lie there by themselves, {moved} were moved there)',
    es: 'Sorteado dentro de cada versión (de la primera: {inside} de {of} sorteos están ahí por sí solos, {moved} se movieron)',
  },
  nothing_stands: { en: 'nothing in the model says this', es: 'nada en el modelo dice esto' },
  outside_range: { en: 'outside of what the model may take', es: 'fuera de lo que el modelo admite' },
  more: { en: 'and {n} more', es: 'y {n} más' },
} as const satisfies Readonly<Record<string, Words>>
