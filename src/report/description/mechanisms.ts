// Mechanisms as plain data. Rules are read by their compiler; what a step draws and which switches it asks stands in its text.
import type { ArrowFunctionExpression, BlockStatement, Program } from 'acorn'
import { ruleDeclarations } from '../../engine/build.ts'
import type { Citations } from '../../engine/model.ts'
import { docComment, parse } from '../../language/compiler/source.ts'
import { equations, lower, type RuleAccess } from '../../language/index.ts'
import type { SystemMechanism } from '../../system/mechanism.ts'
import type { Described, EquationDescription, FunctionDescription, MechanismDescription } from './description.ts'
import { texOf } from './formula.ts'
import { aboutOf, mentioned, oneLine } from './spoken.ts'

type Rule = Extract<SystemMechanism, { kind: 'rule' }>
type Step = Extract<SystemMechanism, { kind: 'step' }>

/** All mechanisms, in the order of the month. Throws the language's Refused when a rule is wrong. */
export function mechanismsOf({ model, texts }: Described): MechanismDescription[] {
  const rules = model.mechanisms.filter((one) => one.kind === 'rule')
  const files = Object.fromEntries(model.ruleFiles.map((file) => [file, texts[file] ?? '']))
  const names = [...new Set(rules.flatMap((one) => [one.rule, one.without]))]
  const lowered = lower(files, names, ruleDeclarations(model.state, files, model.parameters))
  const byName = new Map(lowered.rules.map((access) => [access.name, access]))
  return model.mechanisms.map((one) => (one.kind === 'rule' ? ruleOf(one, byName) : stepOf(one, texts)))
}

function headerOf(one: SystemMechanism) {
  const { id, bookkeeping = false, subsystems, says, ignores, effect } = one
  return { id, bookkeeping, subsystems, says, ignores, effect, claims: citedBy(one.claims) }
}

function citedBy(claims: Citations): MechanismDescription['claims'] {
  return claims === 'judgement' ? claims : Object.entries(claims).map(([claim, supports]) => ({ claim, supports }))
}

function ruleOf(one: Rule, byName: ReadonlyMap<string, RuleAccess>): MechanismDescription {
  const access = byName.get(one.rule) as RuleAccess
  const again = one.again === undefined ? {} : { again: `district.${one.again}` }
  const reads = [...access.reads].filter((name) => !name.startsWith('p.'))
  const parameters = [...access.reads].filter((name) => name.startsWith('p.'))
  return {
    ...headerOf(one),
    file: one.file,
    kind: 'rule',
    when: one.when,
    ...again,
    about: oneLine(access.about),
    equations: equations(access).map(({ tex, text }) => ({ tex, text })),
    functions: functionsOf(access),
    reads: reads.map(stateName).sort(),
    writes: [...access.writes].map(stateName).sort(),
    parameters: parameters.map((name) => name.slice(2)).sort(),
    streams: [...access.draws].sort(),
    switches: [],
    neighbours: false,
    off: oneLine(byName.get(one.without)?.about ?? ''),
  }
}

const TABLES: Readonly<Record<string, string>> = { h: 'household', d: 'district', o: 'sum' }

/** 'h.cash', as rules write it, is 'household.cash'. */
function stateName(name: string): string {
  const [table = '', column] = name.split('.')
  return `${TABLES[table]}.${column}`
}

function stepOf(one: Step, texts: Described['texts']): MechanismDescription {
  const file = Object.keys(texts).find((path) => path.startsWith('src/system/') && path.endsWith(`/${one.id}.ts`)) ?? ''
  const text = texts[file] ?? ''
  return {
    ...headerOf(one),
    file,
    kind: 'step',
    about: aboutOf(text, /export const \w+: SystemStep/),
    equations: one.equation.map((line) => ({ tex: texOf(line), text: line })),
    functions: [],
    reads: one.reads,
    writes: one.writes,
    parameters: one.parameters,
    streams: mentioned(text, /\b(?:uniform|normal)\('(\w+)'/g).sort(),
    switches: mentioned(text, /\bp\.switch_(\w+)/g).sort(),
    neighbours: /\.neighbours\b/.test(text),
    ...(one.without ? { off: '' } : {}),
  }
}

/** Functions at the top of the rule's file that its equations name. */
export function functionsOf(access: RuleAccess): FunctionDescription[] {
  const named = new Set(equations(access).flatMap(({ text }) => mentioned(text, /\b(\w+)\(/g)))
  return parse(access.file, access.text).body.flatMap((statement) => {
    const found = functionIn(statement)
    if (!found || !named.has(found.name)) return []
    const about = oneLine(docComment(access.text, statement.start))
    const shown: EquationDescription[] = equations({ ...access, fn: { ...found.fn, body: found.body } })
    return [{ name: found.name, about, equations: shown.map(({ tex, text }) => ({ tex, text })) }]
  })
}

/** `const f = (x) => value` as a function whose body says `f = value`. */
function functionIn(
  statement: Program['body'][number],
): { name: string; fn: ArrowFunctionExpression; body: BlockStatement } | undefined {
  if (statement.type !== 'VariableDeclaration') return undefined
  const [declarator] = statement.declarations
  const fn = declarator?.init
  if (declarator?.id.type !== 'Identifier' || fn?.type !== 'ArrowFunctionExpression') return undefined
  if (fn.body.type === 'BlockStatement') return { name: declarator.id.name, fn, body: fn.body }
  const { start, end } = fn.body
  const shown = { ...statement, declarations: [{ ...declarator, init: fn.body }] }
  return { name: declarator.id.name, fn, body: { type: 'BlockStatement', start, end, body: [shown] } }
}
