// A real browser without a window: one that is installed, else the one that comes with the packages.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Its own arguments and `more`: those that the packaged browser proposes switch safety off. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = INSTALLED.find((path) => path !== undefined && existsSync(path)) ?? (await packaged())
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking', ...more] })
}

/** With this variable it also unpacks the system libraries that a bare machine lacks, and puts them on the path. */
async function packaged(): Promise<string> {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: browser } = await import('@sparticuz/chromium')
  return browser.executablePath()
}
