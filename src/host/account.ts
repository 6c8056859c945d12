/** Gathers what the model card and the TRACE notebook tell: from the files of the checkout, without a run. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { coverage } from '../evidence/ledger/coverage.ts'
import type { Problem } from '../evidence/problem.ts'
import { asHindcast, nameOf, type Registered } from '../lab/forecast/registered.ts'
import { skillCard } from '../lab/hindcast/skill-card.ts'
import { readValidated, VALIDATED_FILE } from '../lab/misses.ts'
import { readPatterns } from '../lab/patterns/read.ts'
import { patternLinks } from '../lab/patterns/schema.ts'
import { POSTERIOR_FILES, POSTERIOR_FOLDER, readPosterior } from '../lab/posterior.ts'
import { SERIES } from '../lab/predict/series.ts'
import type { Account, RegisteredForecast, ShippedDraws } from '../report/account/account.ts'
import { changesIn, decisionsIn, testsIn } from '../report/account/project.ts'
import { readRecovered, readStructure, readSummary } from '../report/account/read.ts'
import { describe } from '../report/description/describe.ts'
import { citations } from '../system/citations.ts'
import { model } from '../system/model.ts'
import { outcomeSubjects } from '../system/outcome-subjects.ts'
import { behindLevers, missesIn, skillIn } from './credentials.ts'
import { FORECASTS_FOLDER, forecastsIn } from './forecasts.ts'
import { hindcastsIn } from './hindcasts.ts'
import type { Laboratory } from './laboratory.ts'
import { LOOKS_FILE, looksIn } from './looks.ts'
import { readFolder, type Texts } from './sources.ts'

/**
 * What is there, and what is not. The hold-out stays closed: figures after 2018 are scored only where a first look stands.
 * Throws InputError where the looks, the checks or the reasons of misses cannot be used.
 */
export async function accountOf(lab: Laboratory): Promise<Account> {
  const { root, version, hashes, sources, pack } = lab
  const at = (...path: string[]) => join(root, ...path)
  const optional = (...path: string[]) => readFile(at(...path), 'utf8').catch(() => undefined)
  const [hindcasts, looks, registered, skill, decisions, tests, changes, recovery, structure] = await Promise.all([
    hindcastsIn(lab),
    looksIn(at(LOOKS_FILE)),
    forecastsIn(at(FORECASTS_FOLDER), FORECASTS_FOLDER),
    skillIn(lab),
    readFolder(root, at('docs', 'decisions'), ['.md']),
    readFolder(root, at('test'), ['.test.ts']),
    optional('CHANGELOG.md'),
    optional('docs', 'recovery.json'),
    optional('docs', 'structure.csv'),
  ])
  const { card } = skillCard(pack, hindcasts.hindcasts, {
    date: '',
    opened: looks.length > 0,
    registered: registered.forecasts.map(asHindcast),
  })
  const { draws, problems } = shippedIn(lab)
  const { patterns } = readPatterns(sources.checks)
  const ledger = pack.ledger.withLinks([...citations(), ...patternLinks(patterns)])
  const validated = readValidated(sources.validation[VALIDATED_FILE])
  const [recovered, swaps] = [readRecovered(recovery), readStructure(structure)]
  return {
    ...{ version, hashes, draws, skill, card, looks, patterns, ledger },
    description: describe({ model, texts: sources.model, pack }),
    districts: Object.fromEntries(lab.facts.valley.districts.map(({ ubigeo, name }) => [ubigeo, name])),
    unverified: lab.facts.valley.districts.filter(({ grade }) => grade === 'C').length,
    series: seriesIn(pack.observations),
    misses: missesIn(lab),
    ...(validated && { validated }),
    refused: [...problems, ...hindcasts.problems, ...registered.problems],
    ...(recovered && { recovered }),
    ...(swaps && { structure: swaps }),
    forecasts: registered.forecasts.map(forecastOf),
    behind: behindLevers(lab),
    coverage: coverage(ledger, pack, outcomeSubjects),
    decisions: decisionsIn(decisions),
    changes: changesIn(changes ?? ''),
    tests: testsIn(tests),
  }
}

function seriesIn(rows: readonly { readonly series: string }[]): Account['series'] {
  const names = [...new Set(rows.map(({ series }) => series))].sort()
  return {
    covered: names.filter((name) => Object.hasOwn(SERIES, name)),
    not: names.filter((name) => !Object.hasOwn(SERIES, name)),
  }
}

const screened = z.object({
  indices: z.array(z.int()),
  tried: z.int().exactOptional(),
  note: z.object({ en: z.string(), es: z.string() }),
})
const SCREENED = 'data/draws/screened.json'

/** The draws that commands take, and why the posterior is refused where it is. */
function shippedIn({ sources, hashes }: Laboratory): { draws: ShippedDraws; problems: Problem[] } {
  const { list, manifest, problems } = readPosterior(sources.posterior, POSTERIOR_FOLDER, hashes)
  if (list !== undefined && manifest !== undefined) {
    const summary = readSummary(sources.posterior[POSTERIOR_FILES.summary])
    return { draws: { kind: 'posterior', manifest, ...(summary && { summary }) }, problems }
  }
  return { draws: screenedIn(sources.draws), problems }
}

function screenedIn(texts: Texts): ShippedDraws {
  const text = texts[SCREENED]
  if (text === undefined) return { kind: 'prior' }
  const { indices, ...rest } = screened.parse(JSON.parse(text))
  return { kind: 'screened', count: indices.length, ...rest }
}

function forecastOf(forecast: Registered): RegisteredForecast {
  const years = forecast.outcomes.map(({ year }) => year)
  return {
    name: nameOf(forecast),
    made: forecast.madeBy.created.slice(0, 10),
    draws: forecast.madeBy.draws.note,
    years: [Math.min(...years), Math.max(...years)],
    outcomes: new Set(forecast.outcomes.map(({ outcome }) => outcome)).size,
  }
}
