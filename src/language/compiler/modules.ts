/** The names of rule files: constants and helpers, imported or written at the top of the file. */
import type { ImportDeclaration, Program } from 'acorn'
import { fail } from './problem.ts'
import { isPrimitives, resolve } from './source.ts'
import { bind, clear, type Lowering, Scope, type Value } from './values.ts'

/** The top scope of a file; its names are computed when they are first read. */
export function moduleScope(run: Lowering, file: string): Scope {
  const known = run.modules.get(file)
  if (known) return known
  const scope = new Scope(file)
  run.modules.set(file, scope)
  for (const statement of run.library.tree(file).body) {
    if (statement.type === 'ImportDeclaration') importNames(run, scope, statement)
    else declareNames(run, scope, statement)
  }
  return scope
}

function declareNames(run: Lowering, scope: Scope, statement: Program['body'][number]): void {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  if (declaration?.type === 'FunctionDeclaration')
    bind(run, scope, declaration.id.name, { value: { kind: 'helper', fn: declaration, scope } })
  if (declaration?.type !== 'VariableDeclaration') return
  for (const { id, init } of declaration.declarations)
    if (id.type === 'Identifier' && init) bind(run, scope, id.name, { later: () => run.evaluate(init, scope) })
}

function importNames(run: Lowering, scope: Scope, { source, specifiers }: ImportDeclaration): void {
  const from = String(source.value)
  const path = resolve(scope.file, from)
  for (const specifier of specifiers) {
    const local = specifier.local.name
    const imported = specifier.type === 'ImportSpecifier' ? specifier.imported : specifier.local
    const name = imported.type === 'Identifier' ? imported.name : String(imported.value)
    const later = (): Value => {
      if (isPrimitives(path)) return { kind: 'primitive', name }
      if (run.library.files[path] === undefined)
        return fail(
          specifier,
          `${name} comes from ${from}, which is not a rule file`,
          'move the helper into a rule file',
        )
      const binding = moduleScope(run, path).own(name)
      return binding
        ? heldBy(run, binding)
        : fail(specifier, `${from} exports no ${name}`, 'check the spelling, or write the helper there')
    }
    bind(run, scope, local, { later })
  }
}

type Known = NonNullable<ReturnType<Scope['find']>>

/** The value a binding holds now. A name that is declared without a value has none. */
function heldBy(run: Lowering, binding: Known): Value {
  const held = run.store.get(binding) ?? binding.value
  if (held) return held
  if (!binding.later) return { kind: 'unknown' }
  binding.value = binding.later()
  return binding.value
}

/** What a name stands for here. */
export function readName(run: Lowering, scope: Scope, name: string, node: Parameters<typeof fail>[0]): Value {
  const binding = scope.find(name)
  if (!binding)
    return name === 'Math'
      ? fail(
          node,
          'Math.… may give other bits on other machines',
          "import max, sqrt, floor … from 'prim.ts' and exp, log, pow … from 'std.ts'",
        )
      : fail(
          node,
          `${name} is not known here`,
          'a rule sees h, d, p, o, draw, its own constants and helpers from rule files',
        )
  if (!run.store.get(binding) && !binding.value && !binding.later)
    return fail(node, `${name} has no value yet`, 'give it one where it is declared')
  return clear(heldBy(run, binding))
}
