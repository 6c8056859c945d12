// Columns of plain text.
import { onOneLine, visible } from '../evidence/visible.ts'

/** At spaces; a word longer than the width is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of visible(onOneLine(text)).split(/ +/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(cut(word, width))
  }
  return lines
}

/** On one line, hidden characters written out, so that what is counted is what is seen. */
export function cut(text: string, width: number): string {
  const shown = visible(onOneLine(text))
  return shown.length > width ? `${shown.slice(0, Math.max(1, width - 1))}…` : shown
}
export const left = (text: string, width: number): string => cut(text, width).padEnd(width)
export const right = (text: string, width: number): string => cut(text, width).padStart(width)
export function center(text: string, width: number): string {
  const kept = cut(text, width)
  return kept.padStart(Math.ceil((width + kept.length) / 2)).padEnd(width)
}
