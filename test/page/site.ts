// The page as a host serves it: built into a folder of its own, files by their path, nothing else.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { FOLDER } from '../../src/page/works/rules/folder.ts'
import { root } from '../house/tree.ts'
import { comparison } from '../report/fixture.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

export interface Site {
  readonly address: string
  /** Scripts of the page with their compressed size in bytes; the workbench and what only the rule editor loads are left out. */
  readonly scripts: Readonly<Record<string, number>>
  /** Packed files (.json) whose name holds the text are not found while it is set. */
  missing: string
  close(): void
}

/** With the workbench, and a made-up comparison for it. */
export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'page-'))
  const configFile = join(root, 'src', 'page', 'vite.config.ts')
  await build({ configFile, mode: 'workbench', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  writeFileSync(join(folder, 'workbench', 'compare.json'), JSON.stringify(comparison(4)))
  const state = { missing: '' }
  const server = createServer((request, answer) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    try {
      if (state.missing !== '' && path.endsWith('.json') && path.includes(state.missing)) throw new Error('missing')
      const body = readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path))
      answer.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html' }).end(body)
    } catch {
      answer.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const textOf = (name: string) => readFileSync(join(folder, 'assets', name), 'utf8')
  const assets = readdirSync(join(folder, 'assets')).filter(
    (name) => name.endsWith('.js') && !name.startsWith('workbench') && !textOf(name).includes(FOLDER),
  )
  return Object.assign(state, {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    scripts: Object.fromEntries(
      assets.map((name) => [name, gzipSync(readFileSync(join(folder, 'assets', name))).length]),
    ),
    close() {
      server.close()
      server.closeAllConnections()
      rmSync(folder, { recursive: true, force: true })
    },
  })
}
