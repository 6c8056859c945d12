// The equations of steps are written in plain symbols; here they become TeX: λ = λ_0 · F/400 is \lambda = …

/** Words that stand upright with a bracket of their own, as TeX knows them. */
const FUNCTIONS: ReadonlyMap<string | undefined, string> = new Map([
  ['ln', '\\ln '],
  ['exp', '\\exp '],
  ['min', '\\min '],
  ['max', '\\max '],
])
const SIGNS: Readonly<Record<string, string>> = {
  '·': ' \\cdot ',
  '−': ' - ',
  '-': ' - ',
  '≤': ' \\le ',
  '≥': ' \\ge ',
  '←': ' \\leftarrow ',
  '→': ' \\rightarrow ',
  '~': ' \\sim ',
  '…': ' \\dots ',
  Σ: ' \\sum ',
  '∞': ' \\infty ',
  '%': '\\%',
  ',': ',\\; ',
  ':': '\\colon ',
  '–': '\\text{–}',
  '½': '\\tfrac{1}{2}',
  '¼': '\\tfrac{1}{4}',
  '²': '^{2}',
  '³': '^{3}',
}
/** A number, a differential, words with blanks between them, a Greek letter, an operator, or any other sign. */
const TOKEN = /\d+(?:\.\d+)?|d[A-Zx](?=\/dt)|dt\b|[A-Za-z]+(?:-[A-Za-z]+)*|[α-ωΑ-Ω]|\+=|\s+|./gu

/** Plain symbols as TeX. */
export function texOf(line: string): string {
  const tokens = line.match(TOKEN) ?? []
  let tex = ''
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k] as string
    if (isWord(token) && !FUNCTIONS.has(token)) {
      // words in a row are read as words: "coca money share"
      let end = k
      while (tokens[end + 1] === ' ' && isWord(tokens[end + 2]) && !FUNCTIONS.has(tokens[end + 2])) end += 2
      const words = tokens.slice(k, end + 1)
      tex += words.some((word) => word.length > 1) && end > k ? `\\text{${words.join('')}}` : words.map(name).join('')
      k = end
    } else if (token === '_' || token === '^') {
      const [script, used] = group(tokens, k + 1)
      tex += `${token}{${script}}`
      k += used
    } else if (token === '√') {
      const [under, used] = group(tokens, k + 1)
      tex += `\\sqrt{${under}}`
      k += used
    } else if (/^\s{2,}$/.test(token)) tex += ' \\quad '
    else if (token === ' ') tex += stands(tokens[k - 1], END) && stands(tokens[k + 1], BEGIN) ? '\\;' : ' '
    else if (token === '*') tex += '^{*}'
    else if (token === '+=') tex += ' \\mathrel{+}= '
    else tex += FUNCTIONS.get(token) ?? SIGNS[token] ?? token
  }
  return tex.replace(/ {2,}/g, ' ').trim()
}

/** What a thing ends and begins with: between two of them a blank is shown. */
const END = /^(?:\d.*|[A-Za-zα-ωΑ-Ω].*|[)½¼²³])$/u
const BEGIN = /^(?:\d.*|[A-Za-zα-ωΑ-Ω].*|[(½¼√])$/u
const stands = (token: string | undefined, as: RegExp): boolean =>
  token !== undefined && !FUNCTIONS.has(token) && as.test(token)

const isWord = (token: string | undefined): boolean => /^[A-Za-z]+(?:-[A-Za-z]+)*$/.test(token ?? '') && token !== 'dt'
const name = (token: string): string =>
  token.length === 1 || token === ' ' || /^d[A-Zx]$/.test(token) ? token : `\\text{${token}}`

/** What stands from here as one thing: a bracket with all that is in it, or a single token; and how many tokens it took. */
function group(tokens: readonly string[], from: number): [tex: string, used: number] {
  if (tokens[from] !== '(') return [texOf(tokens[from] ?? ''), 1]
  let depth = 0
  for (let k = from; k < tokens.length; k++) {
    if (tokens[k] === '(') depth += 1
    if (tokens[k] === ')') depth -= 1
    if (depth === 0) return [texOf(tokens.slice(from + 1, k).join('')), k - from + 1]
  }
  return [texOf(tokens.slice(from + 1).join('')), tokens.length - from]
}
