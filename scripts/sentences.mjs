/**
 * The sentences of the source documents by locator: what each holds (a number, a date, an event, a cause) and its hash. The
 * repository keeps hashes and locators only; the text stays where the documents are (files `000….txt`, `001….txt`, …).
 *
 *   node scripts/sentences.mjs FOLDER            prints every sentence with its text, to read
 *   node scripts/sentences.mjs FOLDER --write    renews data/evidence/sentences.csv and runs.csv; claims and reasons stay
 *   node scripts/sentences.mjs FOLDER --check    compares both files with the documents
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { holds, sentencesOf } from './sentence-signs.mjs'

const evidence = fileURLToPath(new URL('../data/evidence/', import.meta.url))
const SENTENCES = ['source', 'locator', 'hash', 'holds', 'claims', 'reason']
const RUNS = ['source', 'locator', 'runs']
/** So many consecutive words in common make a copy. */
const RUN = 7
/** Small words inside names and titles. */
const SMALL = new Set('of the and de del la las los el y e in for on to a'.split(' '))

/** Small letters and digits without accents and signs: what is compared between texts. */
export const wordsOf = (text) =>
  bare(text)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
const bare = (text) => text.normalize('NFD').replace(/\p{Mn}/gu, '')

/** First ten hexadecimal characters of the SHA-256 of the words. */
export const hashOf = (words) => createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 10)

/** The documents of a folder: `[{ source, lines }]`, source = first three digits of the file name. */
export function readDocuments(folder) {
  const names = readdirSync(folder).filter((name) => /^\d{3}.*\.txt$/.test(name))
  return names
    .sort()
    .map((name) => ({ source: name.slice(0, 3), lines: readFileSync(join(folder, name), 'utf8').split('\n') }))
}

/** Every sentence: source, locator `L12.3`, text. */
export function sentences(documents) {
  return documents.flatMap(({ source, lines }) =>
    lines.flatMap((line, index) =>
      sentencesOf(line).map((text, at) => ({ source, locator: `L${index + 1}.${at + 1}`, text })),
    ),
  )
}

/**
 * Hashes of every seven consecutive words, by the line in which they begin. Runs of names are left out: at least three
 * capitalised words and at most one that is neither capitalised nor one of the small words inside names and titles.
 */
export function runs(documents) {
  return documents.flatMap(({ source, lines }) => {
    const words = lines.flatMap((line, index) =>
      bare(line)
        .split(/[^A-Za-z0-9]+/)
        .filter(Boolean)
        .map((word) => ({ word, line: index + 1 })),
    )
    const byLine = new Map()
    for (let at = 0; at + RUN <= words.length; at++) {
      const run = words.slice(at, at + RUN).map(({ word }) => word)
      if (isName(run)) continue
      const line = words[at].line
      byLine.set(line, [...(byLine.get(line) ?? []), hashOf(run.map((word) => word.toLowerCase()))])
    }
    return [...byLine].map(([line, hashes]) => ({ source, locator: `L${line}`, runs: [...new Set(hashes)].join(' ') }))
  })
}

function isName(run) {
  const capitals = run.filter((word) => /^[A-Z]/.test(word)).length
  const others = run.filter((word) => !/^[A-Z]/.test(word) && !SMALL.has(word)).length
  return capitals >= 3 && others <= 1
}

/** Rows of sentences.csv as the documents give them, with claims and reasons of `earlier`; and what is wrong between the two. */
export function merged(documents, earlier) {
  const left = new Map(earlier.map((row, index) => [`${row.source} ${row.locator}`, { ...row, line: index + 2 }]))
  const rows = sentences(documents).map(({ source, locator, text }) => {
    const { claims = '', reason = '' } = left.get(`${source} ${locator}`) ?? {}
    left.delete(`${source} ${locator}`)
    return { source, locator, hash: hashOf(wordsOf(text)), holds: holds(text).join(' '), claims, reason }
  })
  const lost = [...left.values()].filter(({ claims, reason }) => claims !== '' || reason !== '')
  return { rows, lost }
}

/** Rows of one table that differ from those of another, as problems. `columns` are compared; the first two are the key. */
export function differences(file, columns, expected, found) {
  const at = new Map(found.map((row, index) => [`${row.source} ${row.locator}`, { row, line: index + 2 }]))
  const changed = expected.flatMap((row) => {
    const key = `${row.source} ${row.locator}`
    const { row: other, line } = at.get(key) ?? {}
    at.delete(key)
    if (other === undefined) return [problem(file, undefined, 'locator', `${key} is missing`)]
    return columns
      .filter((column) => row[column] !== other[column])
      .map((column) => problem(file, line, column, `${key} differs from the document`))
  })
  return [...changed, ...[...at].map(([key, { line }]) => problem(file, line, 'locator', `${key} is in no document`))]
}

function problem(file, line, field, what) {
  const place = line === undefined ? file : `${file}:${line}`
  return `${place}: ${field}: ${what} — expected what the documents say; do run it with --write, then look at what changed`
}

const table = (name) => parse(readFileSync(join(evidence, name), 'utf8'), { columns: true })

function write(name, columns, rows) {
  const text = [columns, ...rows.map((row) => columns.map((column) => row[column]))].map(
    (cells) => `${cells.join(',')}\n`,
  )
  writeFileSync(join(evidence, `${name}.tmp`), text.join(''))
  renameSync(join(evidence, `${name}.tmp`), join(evidence, name))
}

/** Carries out the command; the lines to print, and whether it went well. */
function main([folder, mode, ...more]) {
  const usage = (what) => ({
    ok: false,
    lines: [`sentences: ${what} — expected FOLDER [--write | --check]; do name the folder of the documents`],
  })
  if (folder === undefined || folder.startsWith('-')) return usage('no folder is named')
  if (more.length > 0 || !['--write', '--check', undefined].includes(mode))
    return usage(`"${[mode, ...more].join(' ')}"`)
  let documents
  try {
    documents = readDocuments(folder)
  } catch {
    return usage(`${folder} cannot be read`)
  }
  if (documents.length === 0) return usage(`${folder} has no files 000….txt`)
  if (mode === undefined) {
    const listed = sentences(documents)
    return {
      ok: true,
      lines: listed.map(({ source, locator, text }) => `${source} ${locator} [${holds(text).join(' ')}] ${text}`),
    }
  }
  const earlier = table('sentences.csv')
  const { rows, lost } = merged(documents, earlier)
  const allRuns = runs(documents)
  if (mode === '--check') {
    const lines = [
      ...differences('data/evidence/sentences.csv', ['hash', 'holds'], rows, earlier),
      ...differences('data/evidence/runs.csv', ['runs'], allRuns, table('runs.csv')),
    ]
    const sound = `${rows.length} sentences and ${allRuns.length} lines agree with the documents.`
    return lines.length > 0 ? { ok: false, lines } : { ok: true, lines: [sound] }
  }
  if (lost.length > 0) {
    const lines = lost.map(
      ({ source, locator, line }) =>
        `data/evidence/sentences.csv:${line}: locator: ${source} ${locator} is in no document but has claims or a reason — expected a sentence of the documents; do move them to the right locator`,
    )
    return { ok: false, lines }
  }
  write('sentences.csv', SENTENCES, rows)
  write('runs.csv', RUNS, allRuns)
  const open = rows.filter((row) => row.holds !== '' && row.claims === '' && row.reason === '').length
  return { ok: true, lines: [`${rows.length} sentences written, ${open} of them without claim or reason.`] }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { ok, lines } = main(process.argv.slice(2))
  process[ok ? 'stdout' : 'stderr'].write(`${lines.join('\n')}\n`)
  process.exitCode = ok ? 0 : 2
}
