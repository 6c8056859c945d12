// A real browser for tests: one that is installed, else the one that comes with the packages.
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export async function openBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path !== undefined && existsSync(path))
  const args = ['--no-sandbox', '--disable-background-networking']
  if (installed) return playwright.launch({ executablePath: installed, args })
  const executablePath = await chromium.executablePath()
  // Its system libraries come packed beside it; a bare machine has none of them.
  const packed = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br')
  const libraries = existsSync(packed) ? await inflate(packed) : tmpdir()
  const path = [join(libraries, 'lib'), libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return playwright.launch({ executablePath, args, env: { ...process.env, LD_LIBRARY_PATH: path } as Record<string, string> })
}
