import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from '../../src/server/listen.ts'
import { staticApp } from '../../src/server/static.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-server-'))
  mkdirSync(join(folder, 'shown'))
  writeFileSync(join(folder, 'shown', 'report.html'), '<p>informe</p>')
  writeFileSync(join(folder, 'shown', 'a b.json'), '{}')
  writeFileSync(join(folder, 'shown', '.hidden'), 'x')
  writeFileSync(join(folder, 'secret.txt'), 'x')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'shown', 'way-out.txt'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = (path: string, headers: Record<string, string> = { host: '127.0.0.1:4173' }) =>
  staticApp(join(folder, 'shown'), 'report.html').request(`http://127.0.0.1:4173${path}`, { headers })

describe('the server', () => {
  it('shows the report and the files beside it', async () => {
    const page = await ask('/')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(await page.text()).toBe('<p>informe</p>')
    expect((await ask('/a%20b.json')).headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  it.each([
    '/absent',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/way-out.txt',
    '/.hidden',
    '/%00',
    '/%',
  ])('does not show %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it('shows another folder under its own path, and nothing above it', async () => {
    const beside = { at: '/informe/', folder: join(folder, 'shown'), index: 'report.html' }
    const at = (path: string) =>
      staticApp(folder, 'secret.txt', beside).request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } })
    expect(await (await at('/')).text()).toBe('x')
    expect(await (await at('/informe/')).text()).toBe('<p>informe</p>')
    expect((await at('/informe')).headers.get('location')).toBe('/informe/')
    expect((await at('/informe/a%20b.json')).status).toBe(200)
    expect((await at('/informe/..%2fsecret.txt')).status).toBe(404)
  })

  it('answers nobody who calls it by another name, and only reads', async () => {
    expect((await ask('/', { host: 'evil.example:4173' })).status).toBe(403)
    const app = staticApp(join(folder, 'shown'), 'report.html')
    const written = await app.request('http://127.0.0.1/report.html', { method: 'PUT', headers: { host: '127.0.0.1' } })
    expect(written.status).toBe(404)
  })

  it('listens on 127.0.0.1, takes the next port when one is in use, and says so when the asked one is', async () => {
    const app = staticApp(join(folder, 'shown'), 'report.html')
    const first = await listen(app)
    const second = await listen(app)
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(second.url).not.toBe(first.url)
    expect(await (await fetch(second.url)).text()).toBe('<p>informe</p>')
    const port = Number(new URL(first.url).port)
    await expect(listen(app, port)).rejects.toMatchObject({ problems: [{ code: 'port-taken' }] })
    await Promise.all([first.close(), second.close()])
  })
})
