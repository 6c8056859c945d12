/** Prepares the checkout, then runs the `main` of an emitted module in this process. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrepareError, prepare, root } from './prepare.mjs'

/** Exit code of a fault in the program itself (0 done, 1 a check failed, 2 the input was wrong). */
const FAULT = 3

/** `module`: emitted file, relative to the checkout, exporting `main(argv: string[]): Promise<number>` (the exit code). */
export async function launch(module, argv) {
  try {
    await prepare({ web: showsPage(module, argv) })
    if (process.env.VRAEM_DEBUG) process.setSourceMapsEnabled(true)
    const { main } = await import(pathToFileURL(join(root, module)).href)
    process.exitCode = await main(argv)
  } catch (error) {
    process.exitCode = FAULT
    process.stderr.write(`${wordsFor(error)}\n`)
  }
}

/** Commands that serve the page or time it need it built; for others it may be old. */
function showsPage(module, argv) {
  return module.includes('bench') ? argv.includes('--browser') : argv[0] === 'start' || argv[0] === 'serve'
}

function wordsFor(error) {
  if (error instanceof PrepareError) return error.message
  if (process.env.VRAEM_DEBUG) return error?.stack ?? String(error)
  return `A fault in the program, not in your input: ${error?.message ?? error}\nRepeat with VRAEM_DEBUG=1 for the place, and please report it.`
}
