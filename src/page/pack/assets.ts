// Everything the page loads beside its code, made at build time from data, checks and source texts.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { shippedDraws } from '../../cli/draws.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import { credentialsOf } from '../../host/credentials.ts'
import { type Laboratory, openLaboratory } from '../../host/laboratory.ts'
import { priorDraws } from '../../lab/draws.ts'
import { marksSoFar } from '../../lab/marks.ts'
import { readValidated, VALIDATED_FILE, type Validated } from '../../lab/misses.ts'
import { readPatterns } from '../../lab/patterns/read.ts'
import { patternLinks } from '../../lab/patterns/schema.ts'
import { identificationIn } from '../../lab/rests/known.ts'
import { geographyOf } from '../../report/geography.ts'
import type { Geography, Point } from '../../report/input.ts'
import { observedOf } from '../../report/observed.ts'
import { citations } from '../../system/citations.ts'
import { model } from '../../system/model.ts'
import { valleyOf } from '../../valley/geography.ts'
import type { PackedFacts } from '../works/packed.ts'
import { packedFirstAnswer } from './first-answer.ts'
import { packLedger } from './ledger.ts'
import { packModel } from './model.ts'

/** JSON texts by name: `ledger`, `model`, `geography`, `observed`, `rules`: the texts of rule files by path, and `firstAnswer`. */
export async function packedAssets(root: string): Promise<Readonly<Record<string, string>>> {
  const [lab, citation] = await Promise.all([openLaboratory({}, root), readFile(join(root, 'CITATION.cff'), 'utf8')])
  const validated = readValidated(lab.sources.validation[VALIDATED_FILE])
  const { pack } = lab
  const { patterns } = readPatterns(lab.sources.checks)
  const ledger = pack.ledger.withLinks([...citations(), ...patternLinks(patterns)])
  const draws = shippedDraws(lab) ?? priorDraws(1, 1000)
  const credentials = await credentialsOf(lab, draws)
  const identification = draws.kind === 'posterior' ? identificationIn(lab.sources.posterior) : undefined
  const described = { model, texts: lab.sources.model, pack }
  const facts = factsOf(
    lab,
    ledger,
    {
      draws: draws.note,
      marks: marksSoFar(credentials),
      ...(identification && { identification }),
      ...(validated && { tried: triedOf(validated, lab) }),
    },
    parse(citation) as Citation,
  )
  return {
    ledger: JSON.stringify(packLedger(pack, ledger)),
    model: JSON.stringify(
      packModel({ of: described, patterns, draws, validated, misses: credentials.misses.list, identification, facts }),
    ),
    geography: JSON.stringify(rounded(geographyOf(pack, valleyOf(pack)))),
    observed: JSON.stringify(observedOf(pack.observations)),
    rules: JSON.stringify(Object.fromEntries(model.ruleFiles.map((path) => [path, lab.sources.model[path]]))),
    firstAnswer: await packedFirstAnswer(root, lab, draws, credentials),
  }
}

interface Citation {
  readonly title: string
  readonly version: string
  readonly license: string
  readonly authors: readonly { readonly name: string }[]
}

function factsOf(
  lab: Laboratory,
  ledger: Ledger,
  run: Pick<PackedFacts, 'draws' | 'marks' | 'identification' | 'tried'>,
  { title, version, license, authors }: Citation,
): PackedFacts {
  const linked = new Set(ledger.links.map(({ claim }) => claim))
  const sided = new Set(ledger.contradictions.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims)))
  return {
    version,
    title,
    authors: authors.map(({ name }) => name),
    licence: license,
    data: lab.hashes.data,
    model: lab.hashes.model,
    ...run,
    districts: lab.frame.districts.length,
    unverified: valleyOf(lab.pack).districts.filter(({ grade }) => grade === 'C').length,
    judgement: lab.pack.parameters.filter(({ claims }) => claims[0] === 'judgement').length,
    parameters: lab.pack.parameters.length,
    unused: ledger.claims.filter(({ id }) => !linked.has(id) && !sided.has(id)).length,
    claims: ledger.claims.length,
    contradictions: ledger.contradictions.length,
    openContradictions: ledger.contradictions.filter(({ status }) => status === 'open').length,
  }
}

const triedOf = ({ draws, sample, date, model: run }: Validated, { hashes }: Laboratory) => ({
  draws,
  sample,
  date,
  current: run === hashes.model,
})

/** Three decimals of a degree are a hundred metres: finer than a schematic map is. */
function rounded(geography: Geography): Geography {
  const near = ([lon, lat]: Point): Point => [Number(lon.toFixed(3)), Number(lat.toFixed(3))]
  const line = <T extends { readonly points: readonly Point[] }>(one: T): T => ({
    ...one,
    points: one.points.map(near),
  })
  return {
    ...geography,
    cells: geography.cells.map((cell) => ({ ...cell, rings: cell.rings.map((ring) => ring.map(near)) })),
    rivers: geography.rivers.map(line),
    roads: geography.roads.map(line),
    towns: geography.towns.map(({ name, at }) => ({ name, at: near(at) })),
  }
}
