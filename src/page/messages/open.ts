// Words of what is worth finding out, and of what moves the answers.
import type { Words } from '../../report/input.ts'

export const open = {
  open_contested: { es: '¿Qué conviene averiguar primero?', en: 'What is worth finding out first?' },
  open_sensitivity: { es: '¿Qué mueve las respuestas?', en: 'What moves the answers?' },
  open_sides: { es: 'Cada paquete según cada versión', en: 'Every package under every side' },
  open_question: { es: 'Pregunta', en: 'Question' },
  open_by: { es: 'Por', en: 'By' },
  open_by_input: { es: 'incógnita', en: 'unknown' },
  open_by_subsystem: { es: 'subsistema', en: 'subsystem' },
  open_by_contested: { es: 'contradicción', en: 'contradiction' },
  open_command: { es: 'Para hacerlo usted:', en: 'To do it yourself:' },
} as const satisfies Readonly<Record<string, Words>>
