/** Files of one folder over HTTP, read-only, for this machine alone. */
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { Hono } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

/** Nothing is loaded from elsewhere, nobody may frame the page, worker threads may share memory, and compiled rules may run. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'self' data: 'unsafe-inline'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-cache',
}

/** Another folder that is served under a path of its own, which begins and ends with a slash: `/informe/`. */
export interface Beside {
  readonly at: string
  readonly folder: string
  readonly index: string
}

/** An app that answers GET and HEAD with the files of `folder`; `/` is the file `index`. */
export function staticApp(folder: string, index: string, beside?: Beside): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    // A page of another origin that resolves its own name to 127.0.0.1 must not read what is served here.
    const host = (context.req.header('host') ?? '').replace(/:\d+$/, '')
    if (host !== '127.0.0.1' && host !== 'localhost') return context.text('Forbidden', 403)
    await next()
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value)
  })
  app.get('*', async (context) => {
    const { path } = context.req
    if (beside && `${path}/` === beside.at) return context.redirect(beside.at)
    const from = beside && path.startsWith(beside.at) ? beside : { at: '/', folder, index }
    const name = path.slice(from.at.length) || from.index
    const bytes = await fileIn(from.folder, name)
    if (bytes === undefined) return context.text('Not found', 404)
    const type = TYPES[extname(name)] ?? 'application/octet-stream'
    return context.body(bytes, 200, { 'Content-Type': type })
  })
  return app
}

/** Bytes of a file below the folder; undefined for whatever is not there, is hidden, or lies outside. */
async function fileIn(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const name = decodeURIComponent(path)
    if (name.split(/[/\\]/).some((part) => part.startsWith('.'))) return undefined
    const root = await realpath(folder)
    const file = await realpath(join(root, name))
    return file.startsWith(root + sep) ? new Uint8Array(await readFile(file)) : undefined
  } catch {
    return undefined
  }
}
