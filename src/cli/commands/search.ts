/** `vraem search [FILE]`: lever settings and simple rules searched, judged on futures that the search has not seen. */
import { rm } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { sha256Hex } from '../../engine/index.ts'
import { throwIfAny } from '../../evidence/problem.ts'
import { readyFolder } from '../../host/folder.ts'
import { openLaboratory } from '../../host/laboratory.ts'
import { Stopped } from '../../host/pool.ts'
import { findRoot } from '../../host/root.ts'
import { runSearch } from '../../host/search.ts'
import { readLimited } from '../../host/sources.ts'
import { writeWhole } from '../../host/write.ts'
import { hashOfDraws } from '../../lab/draws.ts'
import { DEFAULT_SEARCH } from '../../lab/search/default.ts'
import { readSearch, type SearchFile, unknownBase } from '../../lab/search/file.ts'
import type { SearchResult } from '../../lab/search/result.ts'
import { studyOutcomes } from '../../lab/study/layout.ts'
import { searchHtml } from '../../report/search/html.ts'
import { levelsTable, markWords, scoresTable, searchSentences } from '../../report/search/tables.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { sentenceLines, tableLines } from '../decision-text.ts'
import { StoppedAt } from '../ensemble.ts'
import { absolute, UNFINISHED } from '../request.ts'
import { wholeList } from '../search.ts'
import { watched } from '../watched.ts'

const FUTURES = 30
const FRESH = 120
const CANDIDATES = 240
const SAMPLE = 100

/** What a search may score: figures of people, forest, coca and money; not what the armed group does. */
const scored = studyOutcomes(model).filter((name) => name !== 'attacks')

export async function search(call: Call): Promise<number> {
  const { options, io, words, operands, language } = call
  const root = findRoot()
  const [named] = operands
  const text =
    named === undefined ? DEFAULT_SEARCH : await readLimited(isAbsolute(named) ? named : join(io.cwd, named), named)
  const lab = await openLaboratory({}, root)
  const file = named ?? 'search.yaml'
  const read = readSearch(text, file, lab.vocabulary, scored)
  throwIfAny([...read.problems, ...(read.search ? unknownBase(read.search, file, [...lab.scenarios.keys()]) : [])])
  const asked = read.search as SearchFile
  const draws = wholeList(lab, call)
  const wish = {
    ...{ search: asked, draws, futures: options.futures ?? FUTURES, fresh: options.fresh ?? FRESH },
    ...{ candidates: options.candidates ?? CANDIDATES, seed: options.seed ?? 1, sample: options.sample ?? SAMPLE },
  }
  const { futures, fresh, candidates, seed, sample } = wish
  const what = [lab.hashes, text, hashOfDraws(draws), futures, fresh, candidates, seed, sample]
  const own = join(root, 'out', `search-${sha256Hex(JSON.stringify(what)).slice(0, 12)}`)
  const folder = await readyFolder(options.out === undefined ? own : absolute(options.out, io.cwd))
  const unfinished = await readyFolder(join(folder, UNFINISHED))
  const { from, genes } = asked.space
  aside(call, words.search.searching(genes.length, from, candidates, futures, fresh, sample))
  const result = await watched(call, words.search.futuresStep, (line, signal) =>
    runSearch(lab, {
      ...{ ...wish, folder: unfinished, workers: options.workers, signal },
      onProgress: (done, total) => line.step(done, total),
      onGeneration: (tried, front) => line.note(words.search.generation(tried, front)),
      onLost: (why) => line.note(words.workerLost(why)),
    }),
  ).catch((error) => {
    if (!(error instanceof Stopped)) throw error
    throw new StoppedAt(words.search.stopped(folder))
  })
  const { version, hashes } = lab
  const full = { command: 'search', version, ...hashes, seed, sample, draws: draws.kind, ...result }
  const packages = await readyFolder(join(folder, 'packages'))
  for (const found of result.packages) await writeWhole(join(packages, `${found.name}.yaml`), found.text)
  await writeWhole(join(folder, 'search.yaml'), text)
  await writeWhole(join(folder, 'search.json'), `${JSON.stringify(full, null, 1)}\n`)
  await writeWhole(join(folder, 'search.html'), searchHtml(result, sample, language))
  await rm(unfinished, { recursive: true, force: true })
  await answer(call, full, () => shown(call, result, sample))
  aside(call, words.written(folder))
  aside(call, words.search.packages(packages, join(packages, 'found-1.yaml')))
  return 0
}

function shown({ language, io }: Call, result: SearchResult, sample: number): string {
  const lines = (sentences: Parameters<typeof sentenceLines>[0]) => sentenceLines(sentences, language, io.columns)
  return [
    `${tableLines(scoresTable(result), language, io.columns)}${lines([markWords])}`,
    tableLines(levelsTable(result), language, io.columns),
    lines(searchSentences(result, sample)),
  ].join('\n')
}
