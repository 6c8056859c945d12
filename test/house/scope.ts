/** Names a file uses without declaring or importing them: its globals. */
import { children, type Node } from './tree.ts'

export interface FreeName {
  name: string
  start: number
  /** The member read from it, where one is: `now` in `Date.now`. */
  member: string | undefined
  /** `new Name()` without arguments. */
  bareNew: boolean
}

type Scope = ReadonlySet<string>[]

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']
const SIGNATURES = ['TSFunctionType', 'TSConstructorType', 'TSMethodSignature', 'TSCallSignatureDeclaration']
const OPENS_SCOPE = [
  ...FUNCTIONS,
  ...SIGNATURES,
  'BlockStatement',
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'CatchClause',
]
const DECLARED_BY_ID = [
  'FunctionDeclaration',
  'ClassDeclaration',
  'TSTypeAliasDeclaration',
  'TSInterfaceDeclaration',
  'TSEnumDeclaration',
  'TSModuleDeclaration',
]
const IMPORTED = ['ImportSpecifier', 'ImportDefaultSpecifier', 'ImportNamespaceSpecifier']

/** Free names of a program, in the order in which they stand. Types count too. */
export function freeNames(program: Node): FreeName[] {
  const found: FreeName[] = []
  visit(program, undefined, [declaredIn(program)], found)
  return found
}

function visit(node: Node, parent: Node | undefined, scope: Scope, found: FreeName[]): void {
  if (node.type === 'Identifier') {
    if (parent && isReference(node, parent) && !scope.some((names) => names.has(node.name as string))) {
      found.push({ name: node.name as string, start: node.start, ...useOf(node, parent) })
    }
    const annotation = node.typeAnnotation as Node | null | undefined
    if (annotation) visit(annotation, node, scope, found)
    return
  }
  // `export { a } from './b.ts'` names things of the other file; an import attribute names nothing.
  if (node.type === 'ExportNamedDeclaration' && node.source) return
  const inner = OPENS_SCOPE.includes(node.type) || hasTypeParameters(node) ? [declaredIn(node), ...scope] : scope
  for (const child of children(node)) visit(child, node, inner, found)
}

function useOf(node: Node, parent: Node): { member: string | undefined; bareNew: boolean } {
  const isObject = parent.type === 'MemberExpression' && parent.object === node && parent.computed === false
  const bareNew = parent.type === 'NewExpression' && (parent.arguments as Node[]).length === 0
  return { member: isObject ? ((parent.property as Node).name as string) : undefined, bareNew }
}

/** False where an identifier names a member, a key, a label or what is being declared. */
function isReference(node: Node, parent: Node): boolean {
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed === true
  if (parent.type === 'TSQualifiedName') return parent.left === node
  if (parent.type === 'Property' || parent.type.endsWith('PropertyDefinition') || parent.type === 'MethodDefinition') {
    return parent.value === node || parent.computed === true
  }
  if (parent.type === 'TSPropertySignature' || parent.type === 'TSMethodSignature') return parent.computed === true
  if (parent.type === 'ImportSpecifier' || parent.type === 'ExportSpecifier') return parent.local === node
  const naming = ['LabeledStatement', 'BreakStatement', 'ContinueStatement', 'MetaProperty', 'TSNamedTupleMember']
  const elsewhere = ['ExportAllDeclaration', 'TSImportType', 'TSEnumMember', 'TSTypeParameter', 'TSIndexSignature']
  return ![...naming, ...elsewhere, 'TSTypePredicate'].includes(parent.type)
}

function hasTypeParameters(node: Node): boolean {
  return Boolean(node.typeParameters) || node.type === 'TSMappedType' || node.type === 'TSConditionalType'
}

/** Names declared directly in a scope; the scopes inside it have their own. `var` counts where it stands. */
function declaredIn(scopeNode: Node): Set<string> {
  const names = new Set<string>()
  const collect = (node: Node): void => {
    if (node.type === 'VariableDeclarator') addPattern(node.id as Node, names)
    if (DECLARED_BY_ID.includes(node.type)) names.add((node.id as Node).name as string)
    if (IMPORTED.includes(node.type)) names.add((node.local as Node).name as string)
    if (node.type === 'TSTypeParameter') names.add(nameOf(node.name))
    if (node.type === 'TSMappedType') names.add(nameOf(node.key))
    if (node !== scopeNode && OPENS_SCOPE.includes(node.type)) return
    for (const child of children(node)) collect(child)
  }
  if (Array.isArray(scopeNode.params)) {
    for (const parameter of scopeNode.params as Node[]) addPattern(parameter, names)
  }
  if (FUNCTIONS.includes(scopeNode.type)) {
    if (scopeNode.id) names.add((scopeNode.id as Node).name as string)
    names.add('arguments')
  }
  if (scopeNode.type === 'CatchClause' && scopeNode.param) addPattern(scopeNode.param as Node, names)
  collect(scopeNode)
  return names
}

function nameOf(name: unknown): string {
  return typeof name === 'string' ? name : String((name as Node | undefined)?.name ?? '')
}

function addPattern(pattern: Node, names: Set<string>): void {
  if (pattern.type === 'Identifier') names.add(pattern.name as string)
  else if (pattern.type === 'AssignmentPattern') addPattern(pattern.left as Node, names)
  else if (pattern.type === 'RestElement') addPattern(pattern.argument as Node, names)
  else if (pattern.type === 'TSParameterProperty') addPattern(pattern.parameter as Node, names)
  else if (pattern.type === 'ArrayPattern') {
    for (const element of pattern.elements as (Node | null)[]) if (element) addPattern(element, names)
  } else if (pattern.type === 'ObjectPattern') {
    for (const property of pattern.properties as Node[]) addPattern((property.value ?? property) as Node, names)
  }
}
