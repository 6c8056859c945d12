/** TypeScript to JavaScript, line for line, with Math.fround around every operation if wanted. */
import type { ExportNamedDeclaration, ImportDeclaration, Node } from 'acorn'
import { children, parse, type Syntax } from './source.ts'

export interface Plain {
  readonly js: string
  readonly exports: readonly string[]
}

const TYPES_ONLY = /^(TSTypeAnnotation|TSTypeParameter|TSInterface|TSTypeAlias|TSDeclareFunction)/
const ARITHMETIC: readonly string[] = ['+', '-', '*', '/']

/** The name of Math.fround in rounded text. */
export const ROUND = '$f32'

/** imported: from the path of an import to an expression for the module's names. */
export function plain(file: string, text: string, round: boolean, imported: (path: string) => string): Plain {
  const exports: string[] = []
  const rounded = (js: string) => `${ROUND}(${js})`

  const write = (node: Syntax): string => {
    const original = text.slice(node.start, node.end)
    if (TYPES_ONLY.test(node.type) || isTypeOnly(node)) return blank(original)
    switch (node.type) {
      case 'ImportDeclaration':
        return `const { ${importedNames(node)} } = ${imported(String(node.source.value))};${lineEnds(original)}`
      case 'ExportNamedDeclaration':
        exports.push(...exportedNames(node))
        return parts(node).replace(/^export/, '      ')
      case 'Identifier': // without its type, and without the ? of an optional argument
        return node.name + blank(original.slice(node.name.length))
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
        return write(node.expression) + blank(text.slice(node.expression.end, node.end))
      case 'Literal': {
        const exact = typeof node.value !== 'number' || Math.fround(node.value) === node.value
        return round && !exact ? rounded(original) : original
      }
      case 'BinaryExpression':
        return round && ARITHMETIC.includes(node.operator) ? rounded(parts(node)) : parts(node)
      case 'AssignmentExpression': {
        if (!round || node.operator === '=') return parts(node)
        const [left, sign] = [write(node.left), node.operator.slice(0, -1)]
        return `${left} = ${rounded(`${left} ${sign} (${write(node.right)})`)}`
      }
      default:
        return parts(node)
    }
  }

  /** The node's text, with its parts written anew. */
  const parts = (node: Syntax): string => {
    let js = ''
    let end = node.start
    for (const part of children(node)) {
      if (part.start < end) continue // { h } is key and value in one place
      js += text.slice(end, part.start) + write(part)
      end = part.end
    }
    return js + text.slice(end, node.end)
  }

  return { js: write(parse(file, text)), exports }
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
const lineEnds = (text: string): string => text.replace(/[^\n]/g, '')

/** import type, export type, and imported types. */
const isTypeOnly = (node: Node & { importKind?: string; exportKind?: string }): boolean =>
  node.importKind === 'type' || node.exportKind === 'type'

const importedNames = ({ specifiers }: ImportDeclaration): string =>
  specifiers
    .filter((specifier) => !isTypeOnly(specifier))
    .map((specifier) => {
      const imported = specifier.type === 'ImportSpecifier' ? specifier.imported : specifier.local
      return `${imported.type === 'Identifier' ? imported.name : imported.value}: ${specifier.local.name}`
    })
    .join(', ')

function exportedNames({ declaration }: ExportNamedDeclaration): string[] {
  if (declaration?.type === 'FunctionDeclaration') return [declaration.id.name]
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
}
