import type { Findings } from './findings.ts'

/** Which of the two marks stands before decimals. */
export type DecimalMark = '.' | ','

const BLANKS = /[\s\u00a0\u2009\u202f'’]/g
const NEUTRAL = /^[-+]?\d+$/
const AMBIGUOUS = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/
const POINT = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?(?:[eE][-+]?\d+)?$/
const COMMA = /^[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d+)?(?:[eE][-+]?\d+)?$/
/** What offices write where there is no figure. */
const NOTHING = /^(?:-+|–|—|\.{2,3}|…|n\.?\s?[ad]\.?|nd|s\/?d|s\.d\.|na|null)$/i

/** What the numbers of a file show about its decimal mark; fed with every number cell before any is read. */
export class NumberStyle {
  #points = 0
  #commas = 0
  #example: Partial<Record<DecimalMark, string>> = {}

  see(cell: string): void {
    const text = cell.replace(BLANKS, '')
    if (NEUTRAL.test(text) || AMBIGUOUS.test(text)) return
    const point = POINT.test(text)
    const comma = COMMA.test(text)
    if (point === comma) return
    if (point) this.#points += 1
    else this.#commas += 1
    this.#example[point ? '.' : ','] ??= cell
  }

  /** The mark, when the file shows only one; undefined when it shows none or both. */
  get mark(): DecimalMark | undefined {
    if (this.#points > 0 && this.#commas === 0) return '.'
    return this.#commas > 0 && this.#points === 0 ? ',' : undefined
  }

  /** One number of each style, when the file shows both. */
  get mixed(): { readonly point: string; readonly comma: string } | undefined {
    const { '.': point, ',': comma } = this.#example
    return point !== undefined && comma !== undefined ? { point, comma } : undefined
  }
}

/** Reads number cells of a file whose decimal mark is `mark`, or not known: then only numbers that mean one thing. */
export class Numbers {
  readonly #mark: DecimalMark | undefined
  readonly #mixed: boolean
  readonly #findings: Findings

  constructor(style: NumberStyle, declared: DecimalMark | undefined, findings: Findings) {
    this.#mark = declared ?? style.mark
    this.#mixed = declared === undefined && style.mixed !== undefined
    this.#findings = findings
    if (this.#mark === ',')
      findings.notice({
        code: 'decimal-comma',
        what: 'a comma was read as the decimal mark, a point as a mark between thousands',
      })
    const { mixed } = style
    if (this.#mixed && mixed)
      findings.notice({
        code: 'mixed-numbers',
        what: `numbers are written in two ways: ${mixed.point} and ${mixed.comma}`,
      })
  }

  /** Whether the cell holds no figure, or a sign for none (`-`, `n.d.`). */
  isBlank(cell: string): boolean {
    const text = cell.replace(BLANKS, '')
    return text === '' || NOTHING.test(text)
  }

  /** The number; undefined for an empty cell (also `-`, `n.d.`), null after a problem was reported. */
  read(cell: string, line: number, field: string): number | undefined | null {
    const text = cell.replace(BLANKS, '')
    if (this.isBlank(cell)) return undefined
    if (NEUTRAL.test(text)) return Number(text)
    if (this.#mark === undefined && AMBIGUOUS.test(text)) {
      const bare = text.replace(/[.,]/, '')
      const todo = `write ${bare} or ${text.replace(',', '.')}0, or say with --decimal which mark stands before decimals`
      return this.#refuse(
        'ambiguous-number',
        line,
        field,
        `"${cell}" can be ${bare} or ${text.replace(',', '.')}`,
        todo,
      )
    }
    const mark = this.#mark ?? (POINT.test(text) ? '.' : ',')
    if (this.#mixed && !AMBIGUOUS.test(text) && (POINT.test(text) || COMMA.test(text)))
      return this.#refuse(
        'mixed-numbers',
        line,
        field,
        `"${cell}" is in one of two ways in which this file writes numbers`,
        'write all numbers of the file in one way, or say with --decimal which mark stands before decimals',
      )
    if (!(mark === '.' ? POINT : COMMA).test(text) || !/\d/.test(text)) {
      const todo = 'write digits only, leave the cell empty if the figure is unknown, and put the unit into its column'
      return this.#refuse('number', line, field, `"${cell.slice(0, 60)}" is not a number`, todo)
    }
    const value = Number(mark === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.'))
    if (Number.isFinite(value)) return value
    return this.#refuse('number', line, field, `"${cell.slice(0, 60)}" is too large`, 'check the figure')
  }

  #refuse(code: string, line: number, field: string, what: string, todo: string): null {
    this.#findings.problem({ code, line, field, what, expected: 'a number with a decimal point', todo })
    return null
  }
}
