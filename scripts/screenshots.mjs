// Pictures of the laboratory page, for README and for whoever changes its look: docs/screenshots/VIEW-WIDTH.png, as a stranger sees it.
//   npm run screenshots                     every view at 1440, 1024 and 390 pixels
//   npm run screenshots -- --only comparar,mapa --widths 390 --out DIR
import { mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    widths: { type: 'string', default: '1440,1024,390' },
    out: { type: 'string', default: join(root, 'docs', 'screenshots') },
  },
})
const { openBrowser } = await import('../dist/bench/chromium.js')
const { listen } = await import('../dist/src/server/listen.js')
const { staticApp } = await import('../dist/src/server/static.js')

/** Compares shipped packages, so that map, brief and differences have something to say. */
const ASKED = 'comparar=1~r:baseline~n:64~p:cacao-first~p:eradication-30k'
/** What stands when the simulations are in. */
const RUN = '.progress.complete'
/** `widths`: only there; `dark`: in dark colours; `shows`: what stands when the view is whole. */
const VIEWS = [
  { name: 'comparar', at: `comparar?${ASKED}`, shows: RUN },
  { name: 'comparar-noche', at: `comparar?${ASKED}`, shows: RUN, dark: true, widths: [1440] },
  { name: 'mapa', at: `mapa?${ASKED}`, shows: RUN },
  { name: 'evidencia', at: 'evidencia/cifra/coca_area/VRAEM' },
  { name: 'como-funciona', at: 'como-funciona' },
  { name: 'informe', at: `informe?${ASKED}`, shows: 'article.brief', widths: [1024] },
  { name: 'decidir', at: 'decidir', shows: '.looked-at' },
]
const HEIGHTS = { 390: 844 }

const only = values.only?.split(',')
const widths = values.widths.split(',').map(Number)
mkdirSync(values.out, { recursive: true })
const served = await listen(staticApp(join(root, 'dist', 'web'), 'index.html'), 0)
const browser = await openBrowser()
try {
  for (const { name, at, shows, dark, widths: of } of VIEWS.filter((view) => only?.includes(view.name) ?? true)) {
    for (const width of widths.filter((one) => of?.includes(one) ?? true)) {
      const context = await browser.newContext({
        viewport: { width, height: HEIGHTS[width] ?? 900 },
        locale: 'es-PE',
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      })
      // the welcome of a first visit covers what the picture is of
      await context.addInitScript(() => localStorage.setItem('vraem-lab welcome', 'done'))
      const page = await context.newPage()
      page.on(
        'console',
        (message) => message.type() === 'error' && process.stderr.write(`${name}: ${message.text()}\n`),
      )
      await page.goto(`${served.url}#/${at}`)
      if (shows) await page.waitForSelector(shows, { state: 'attached', timeout: 60_000 })
      await page.waitForTimeout(1500)
      const file = join(values.out, `${name}-${width}.png`)
      await page.screenshot({ path: `${file}.part.png` })
      renameSync(`${file}.part.png`, file)
      process.stderr.write(`${file}\n`)
      await context.close()
    }
  }
} finally {
  await browser.close()
  await served.close()
}
