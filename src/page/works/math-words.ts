// Words inside formulas, in the reader's language.
const SPANISH: readonly (readonly [RegExp, string])[] = [
  [/<mtext>otherwise<\/mtext>/g, '<mtext>si no</mtext>'],
  [/<mtext>([^<]*)\bif\b([^<]*)<\/mtext>/g, '<mtext>$1si$2</mtext>'],
]

/** math: MathML as the build or the rule editor made it. */
export const mathIn = (math: string, language: 'es' | 'en'): string =>
  language === 'en' ? math : SPANISH.reduce((done, [from, to]) => done.replace(from, to), math)
