/** The rule files of one compilation: each is parsed once, and only when something in it is needed. */
import type { AnyNode, ArrowFunctionExpression, FunctionExpression, Program } from 'acorn'
import { type LanguageProblem, misplaced, nearest } from './problem.ts'
import { docComment, type Files, parse } from './source.ts'

/** What a rule touches, for documentation and tests. Names are 'h.cash', 'd.price', 'p.share', 'o.income'. */
export interface RuleAccess {
  readonly name: string
  /** The doc comment before the rule. */
  readonly about: string
  readonly file: string
  readonly line: number
  readonly reads: Set<string>
  readonly writes: Set<string>
  /** Streams of draws. */
  readonly draws: Set<string>
  /** The text of the file, and the rule's function in its tree. */
  readonly text: string
  readonly fn: ArrowFunctionExpression | FunctionExpression
}

/** A place in a rule file: 'farm/choice.ts:12', and the rule that stands there. */
export interface DrawnAt {
  readonly place: string
  readonly rule: string
}

export class Library {
  readonly files: Files
  /** Where each number of each stream is drawn: 'weather 0' -> the place. */
  readonly drawn = new Map<string, DrawnAt>()
  readonly #trees = new Map<string, Program>()

  constructor(files: Files) {
    this.files = files
  }

  /** Throws Refused where the text is not valid TypeScript. */
  tree(file: string): Program {
    const tree = this.#trees.get(file) ?? parse(file, this.files[file] ?? '')
    this.#trees.set(file, tree)
    return tree
  }

  /** The rule of this name, or why there is none. */
  rule(name: string): RuleAccess | LanguageProblem {
    const texts = Object.entries(this.files)
    const holds = new RegExp(`\\bexport\\s+const\\s+${name}\\s*=\\s*rule\\s*\\(`)
    const found = texts.filter(([, text]) => holds.test(text)).flatMap(([file]) => this.#rulesIn(file, name))
    const [first, second] = found
    if (first && second)
      return misplaced('schedule', `rule ${name} is in ${first.file} and in ${second.file}`, 'rename one of them')
    if (first) return first
    const names = texts.flatMap(([, text]) => [...text.matchAll(/\bexport\s+const\s+(\w+)\s*=\s*rule\s*\(/g)])
    const others = names.map((match) => match[1] ?? '')
    return misplaced('schedule', `no rule is called ${name}`, nearest(name, others))
  }

  #rulesIn(file: string, name: string): RuleAccess[] {
    const text = this.files[file] ?? ''
    return this.tree(file).body.flatMap((statement) => {
      const fn = ruleFunction(statement, name)
      if (!fn) return []
      const about = docComment(text, statement.start)
      const line = fn.loc?.start.line ?? 0
      return [{ name, about, file, line, reads: new Set(), writes: new Set(), draws: new Set(), text, fn }]
    })
  }
}

/** The f of `export const name = rule(f)`. */
function ruleFunction(statement: AnyNode, name: string): RuleAccess['fn'] | undefined {
  if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return
  const [declarator] = statement.declaration.declarations
  if (declarator?.id.type !== 'Identifier' || declarator.id.name !== name) return
  const call = declarator.init
  if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== 'rule') return
  const [fn] = call.arguments
  return fn?.type === 'ArrowFunctionExpression' || fn?.type === 'FunctionExpression' ? fn : undefined
}
