// What axe finds wrong with a page, as far as it keeps somebody out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../house/tree.ts'

const AXE = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')

export interface Where {
  /** Only within these; the whole page where nothing is said. */
  readonly include?: readonly string[]
  /** Not within these, where they are there. */
  readonly exclude?: readonly string[]
  /** Only these rules of axe. */
  readonly rules?: readonly string[]
}

/** Serious and critical findings: rule and the beginning of the first element. */
export async function findings(page: Page, where: Where = {}): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async ({ include, exclude = [], rules }) => {
    const there = exclude.filter((some) => document.querySelector(some)).map((some) => [some])
    const within = { ...(include && { include: include.map((some) => [some]) }), exclude: there }
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself there
    const { violations } = await (globalThis as any).axe.run(include || there.length > 0 ? within : document, {
      resultTypes: ['violations'],
      ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}),
    })
    return violations
      .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  }, where)
}
