/**
 * Makes a checkout ready to run: packages installed, TypeScript emitted to dist/. Plain JavaScript without dependencies,
 * because it runs before anything is installed. When nothing has changed it only lists file sizes and times, and the
 * modules for the other cases are not even loaded.
 * Everything it says goes to stderr: stdout belongs to the command.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const INSTALL_STAMP = join(root, 'dist', '.install-stamp')
/** npm's own record of what it installed. */
const INSTALLED = 'node_modules/.package-lock.json'
const BUILD_STAMP = join(root, 'dist', '.build-stamp')
const EMITTED_FOLDERS = ['src', 'bench']
const WEB_STAMP = join(root, 'dist', '.web-stamp')
/** What the page is made from; there is a page where this script is. */
const WEB_SCRIPT = 'scripts/web.mjs'
const WEB_PACKERS = ['scripts/packed-laboratory.mjs', 'scripts/offline-worker.mjs']
const WEB_SOURCES = ['src', 'bench/page', 'data', 'scenarios', 'checks']
const BUILD_SETTINGS = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json']

/** A step that could not be done; the message says what to do and is shown without a stack trace. */
export class PrepareError extends Error {}

/**
 * Installs and builds if needed; `web`: the page too. Safe when several commands start at once. Throws PrepareError.
 */
export async function prepare({ web = false } = {}) {
  requireNode()
  if (isInstalled() && isBuilt() && (!web || isWebBuilt())) return
  const { withLock } = await import('./lock.mjs')
  const work = async () => {
    if (!isInstalled()) await install()
    if (!isBuilt()) await build()
    if (web && !isWebBuilt()) await buildWeb()
  }
  await withLock(join(root, '.prepare.lock'), work).catch((error) => {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) throw error
    throw new PrepareError(
      `${root} cannot be written (${error.code}): packages and build go there. Free it, or copy it.`,
    )
  })
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new PrepareError(
    `Node ${process.versions.node} is too old: Node 20.19 or newer is needed (https://nodejs.org).`,
  )
}

// ---- packages ----

// The stamp lies in dist: npm distrusts its record, and npx gets slow, when something is written into node_modules later.
function isInstalled() {
  if (!existsSync(join(root, INSTALLED))) return false
  const stamp = readJson(INSTALL_STAMP)
  if (stamp && stamp.machine !== machine()) return false
  if (stamp && stamp.wanted === line('package-lock.json') && stamp.present === line(INSTALLED)) return true
  if (!recordsAgree()) return false
  writeInstallStamp()
  return true
}

function recordsAgree() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages
  const present = readJson(join(root, INSTALLED))?.packages
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional && !present[path]),
  )
}

async function install() {
  const { npmCommand, spawnQuietly } = await import('./spawn.mjs')
  say('Installing the packages (once; about half a minute) …')
  const { command, args } = npmCommand([
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
  ])
  const code = await spawnQuietly(command, args, root)
  if (code !== 0) {
    throw new PrepareError(
      `The packages could not be installed (npm ci ended with ${code}; its own words are above).\n` +
        'Without a network: connect once and repeat the command, or copy node_modules from a checkout with the same\n' +
        'package-lock.json on the same kind of machine. Behind a proxy: npm config set proxy http://host:port',
    )
  }
  writeInstallStamp()
}

function writeInstallStamp() {
  const stamp = { machine: machine(), wanted: line('package-lock.json'), present: line(INSTALLED) }
  try {
    mkdirSync(dirname(INSTALL_STAMP), { recursive: true })
    writeWhole(INSTALL_STAMP, JSON.stringify(stamp))
  } catch {
    // The stamp only saves time: a prepared checkout that cannot be written still runs.
  }
}

function machine() {
  return `${process.platform}-${process.arch}`
}

// ---- build ----

function isBuilt() {
  return existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === listing()
}

/** Path, size and time of every source and of the settings: equal listing, equal build. */
function listing() {
  const files = [...BUILD_SETTINGS, ...EMITTED_FOLDERS.flatMap((folder) => filesBelow(folder, '.ts'))]
  return files.map((file) => line(file)).join('\n')
}

function line(file) {
  // A file may vanish between the listing and this look, while somebody edits.
  const found = statSync(join(root, file), { throwIfNoEntry: false })
  return found ? `${file} ${found.size} ${found.mtimeMs}` : `${file} gone`
}

/** Emits next to dist and moves only changed files over, so a command that is running never reads half a file. */
async function build() {
  const { spawnQuietly } = await import('./spawn.mjs')
  say('Building …')
  const before = listing()
  const fresh = join(root, '.emit')
  rmSync(fresh, { recursive: true, force: true })
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  // Types are checked by `npm test`; a run needs only the emitted JavaScript.
  const args = [compiler, '-p', 'tsconfig.build.json', '--noCheck', '--noEmitOnError', '--outDir', '.emit']
  const code = await spawnQuietly(process.execPath, args, root)
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new PrepareError(`The build failed (tsc ended with ${code}; the places are above).`)
  }
  const emitted = new Set(EMITTED_FOLDERS.flatMap((folder) => filesBelow(join('.emit', folder), '')))
  for (const file of emitted) moveIfChanged(join(root, file), join(root, 'dist', file.slice('.emit/'.length)))
  for (const folder of EMITTED_FOLDERS) {
    for (const file of filesBelow(join('dist', folder), '')) {
      if (!emitted.has(`.emit/${file.slice('dist/'.length)}`)) rmSync(join(root, file))
    }
  }
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(dirname(BUILD_STAMP), { recursive: true })
  writeWhole(BUILD_STAMP, before)
}

// ---- the page ----

function isWebBuilt() {
  if (!existsSync(join(root, 'src', 'web'))) return true
  return existsSync(WEB_STAMP) && readFileSync(WEB_STAMP, 'utf8') === webListing()
}

function webListing() {
  const files = [
    WEB_SCRIPT,
    ...WEB_PACKERS,
    'package-lock.json',
    ...WEB_SOURCES.flatMap((folder) => filesBelow(folder, '')),
  ]
  return files.map((file) => line(file)).join('\n')
}

async function buildWeb() {
  const { spawnQuietly } = await import('./spawn.mjs')
  say('Building the page …')
  const before = webListing()
  const code = await spawnQuietly(process.execPath, [join(root, WEB_SCRIPT)], root)
  if (code !== 0) throw new PrepareError(`The page could not be built (its own words are above).`)
  writeWhole(WEB_STAMP, before)
}

function moveIfChanged(from, to) {
  if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) return
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
}

// ---- files ----

/** Files below a folder of the checkout, as paths with forward slashes, sorted. */
function filesBelow(folder, ending) {
  const start = join(root, folder)
  if (!existsSync(start)) return []
  const found = []
  for (const entry of readdirSync(start, { withFileTypes: true })) {
    const path = `${folder.replaceAll('\\', '/')}/${entry.name}`
    if (entry.isDirectory()) found.push(...filesBelow(path, ending))
    else if (entry.name.endsWith(ending)) found.push(path)
  }
  return found.sort()
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function writeWhole(path, text) {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, text)
  renameSync(temporary, path)
}

function say(words) {
  process.stderr.write(`${words}\n`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await prepare({ web: true }).catch((error) => {
    if (!(error instanceof PrepareError)) throw error
    say(error.message)
    process.exitCode = 1
  })
}
