// Formulas as MathML: browsers draw it themselves. Needs KaTeX, so the build and the thread of the rule editor use it, the page does not.
import katex from 'katex'
import type { FormulaText } from './packed.ts'

/**
 * How the page writes what the language gives: names of several letters as words, own values italic, parameters bold, a point
 * between factors.
 */
const SPELT: readonly (readonly [RegExp, string | ((found: string, name: string) => string)])[] = [
  [/\\mathit\{((?:\\_|[^{}])*)\}/g, (_, name) => `\\textit{${words(name)}}`],
  [/\\mathbf\{\\text\{([^{}]*)\}\}/g, (_, name) => `\\textbf{${words(name)}}`],
  // a unit follows its number closely
  [/(\d)\\,(\\text\{[^{}]*\})(?![_'])/g, '$1\\;$2'],
  [/\\,/g, ' \\cdot '],
  [/\\mathrel\{([-+*/])\{=\}\}/g, '\\;\\text{$1=}\\;'],
  // in words of a formula an underscore is a letter
  [/\\text\{[^{}]*\}/g, (found) => found.replace(/(?<!\\)_/g, '\\_')],
]
const words = (name: string): string =>
  name
    .replaceAll('\\_', '_')
    .replace(/[a-z][A-Z]/g, ([low, high]) => `${low} ${high?.toLowerCase()}`)
    .replaceAll('_', ' ')

export function formula({ tex, text }: { readonly tex: string; readonly text: string }): FormulaText {
  const spelt = SPELT.reduce((done, [from, to]) => done.replace(from, to as string), tex)
  const math = katex.renderToString(spelt, {
    output: 'mathml',
    displayMode: true,
    throwOnError: true,
    strict: 'ignore',
  })
  return { math: NAMES.reduce((done, [from, to]) => done.replace(from, to), math), text }
}

/** Plain text counts as blank between signs, which then lose their room: names are identifiers, dressed by class. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/<annotation[\s\S]*?<\/annotation>/g, ''],
  [/^<span class="katex">|<\/span>$/g, ''],
  [/<mtext mathvariant="italic">([^<]*)<\/mtext>/g, '<mi mathvariant="normal" class="own">$1</mi>'],
  [/<mtext mathvariant="bold">([^<]*)<\/mtext>/g, '<mi mathvariant="normal" class="parameter">$1</mi>'],
]
