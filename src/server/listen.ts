/** An HTTP server on 127.0.0.1: the first free port, or the one that was asked for. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { InputError } from '../evidence/problem.ts'

const FIRST_PORT = 4173
const PORTS_TRIED = 20
const HOST = '127.0.0.1'

export interface Listening {
  readonly url: string
  close(): Promise<void>
}

/** Starts to answer. Throws InputError when the port that was asked for, or every port tried, is taken. */
export async function listen(app: Hono, port?: number): Promise<Listening> {
  const ports = port === undefined ? Array.from({ length: PORTS_TRIED }, (_, k) => FIRST_PORT + k) : [port]
  for (const candidate of ports) {
    const server = createServer(getRequestListener(app.fetch))
    if (await bound(server, candidate)) return listening(server)
  }
  throw new InputError([
    {
      code: 'port-taken',
      file: 'vraem serve',
      field: '--port',
      what: `port ${ports.join(', ')} cannot be used on ${HOST}`,
      expected: 'a free port',
      todo: 'choose another --port, or 0 for any free one',
    },
  ])
}

function bound(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    })
    server.listen(port, HOST, () => resolve(true))
  })
}

function listening(server: Server): Listening {
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${HOST}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
