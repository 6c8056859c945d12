// Problems of a file in the reader's language; the reader of files itself speaks English.
import type { Problem } from '../../evidence/problem.ts'
import { say } from '../state/language.svelte.ts'

const KNOWN = ['unknown', 'yaml', 'size', 'encoding', 'empty', 'range', 'date', 'missing', 'type', 'place'] as const

/** Where, and what is wrong. */
export function wordsOf({ code, line, field }: Problem): string {
  const known = KNOWN.find((one) => one === code) ?? 'other'
  const place = [line === undefined ? '' : say('problem_line', { line }), field ?? ''].filter(Boolean)
  return [place.join(', '), say(`problem_${known}`)].filter(Boolean).join(': ')
}

/** A fault of the engine: by its code where there is one. */
export function faultWords({ code, file, what }: Problem): string {
  if (code === 'cannot-read' || code === 'cannot-fetch') return say('engine_file', { file })
  if (code === 'cut-short') return say('engine_cut', { file })
  return code === 'worker-lost' ? say('engine_lost') : say('engine_unknown', { what })
}
