import type { DataPackage } from '../package.ts'
import type { Problem } from '../problem.ts'
import {
  claimFigureProblems,
  claimPeriodProblems,
  claimPlaceProblems,
  claimSignProblems,
  claimUnitProblems,
  repeatedClaimProblems,
} from './claim-checks.ts'
import { groundProblems } from './parameter-checks.ts'
import { contradictionProblems, linkProblems, originProblems } from './reference-checks.ts'
import { locatorProblems, sentenceProblems } from './sentence-checks.ts'
import { subjectProblems, subjectUnitProblems } from './subject-checks.ts'
import { copyProblems, lengthProblems, plainTextProblems } from './wording.ts'

/** How the ledger is checked. */
export interface Checking {
  /** Put before the paths in messages. */
  readonly root: string
  /** `file:line` of rows with unreadable cells: a missing figure there is no second problem. */
  readonly faulty: ReadonlySet<string>
}

/**
 * Every problem of the ledger that is not one of types, required cells, lists and keys (the descriptor and the table reader
 * find those: unknown sources, subjects and units, missing locators, repeated ids).
 */
export function ledgerProblems(pack: DataPackage, { root, faulty }: Checking): Problem[] {
  const { ledger, parameters, places, tables, descriptor } = pack
  const { claims } = ledger
  const file = (name: string) => `${root}evidence/${name}.csv`
  const known = (id: string) => ledger.claim(id) !== undefined
  const grounded = descriptor?.resources.some(({ name, grounded }) => name === 'parameters' && grounded)
  return [
    ...claimPlaceProblems(claims, places),
    ...claimPeriodProblems(claims),
    ...claimFigureProblems(claims, faulty),
    ...claimSignProblems(claims),
    ...claimUnitProblems(ledger),
    ...repeatedClaimProblems(claims),
    ...lengthProblems(claims),
    ...originProblems(ledger, file('sources')),
    ...subjectProblems(ledger, new Set(pack.observations.map(({ series }) => series)), file('subjects')),
    ...subjectUnitProblems(ledger, file('subjects')),
    ...linkProblems(ledger, parameters, known, file('links')),
    ...contradictionProblems(ledger, parameters, known, {
      contradictions: file('contradictions'),
      sides: file('sides'),
    }),
    ...sentenceProblems(ledger, file('sentences')),
    ...locatorProblems(ledger),
    ...copyProblems(claims, tables.get('evidence-runs')),
    ...plainTextProblems([...tables].flatMap(([name, table]) => (name.startsWith('evidence-') ? [table] : []))),
    ...(grounded ? groundProblems(ledger, parameters, `${root}parameters.csv`) : []),
  ]
}
