import type { Parameter } from '../parameters.ts'
import type { Problem } from '../problem.ts'
import type { Claim } from './claim.ts'
import type { Ledger } from './ledger.ts'

/** Whether a parameter names a source at all. */
export function hasSource({ source }: Pick<Parameter, 'source'>): boolean {
  return !source.startsWith('judgement')
}

/**
 * Parameters that name a source but are linked to no claim made from it, and parameters that say judgement but are linked to
 * claims. The address in `url` tells which source is meant.
 */
export function groundProblems(ledger: Ledger, parameters: readonly Parameter[], file: string): Problem[] {
  return parameters.flatMap((parameter): Problem[] => {
    const { name, source, url, line } = parameter
    const links = ledger.linksTo('parameter', name)
    const where = { file, line, field: name }
    if (!hasSource(parameter)) {
      if (links.length === 0 || source !== 'judgement') return []
      const what = `says judgement but is linked to ${links.map(({ claim }) => claim).join(', ')}`
      const todo = 'name the source, or remove the links'
      return [{ code: 'grounds', ...where, what, expected: 'a source where there are claims', todo }]
    }
    if (links.length === 0) {
      const what = `names the source "${source}" but no claim is linked to it`
      const todo = 'add the claim and the link, or write judgement'
      return [{ code: 'grounds', ...where, what, expected: 'a link in evidence/links.csv', todo }]
    }
    const claims = links.flatMap(({ claim }) => ledger.claim(claim) ?? [])
    if (url === '' || claims.length < links.length || claims.some((claim) => isFrom(url, claim, ledger))) return []
    const what = `none of ${links.map(({ claim }) => claim).join(', ')} was made from ${url}`
    const todo = 'link a claim made from that source, or give the address of the source that was used'
    return [{ code: 'grounds', ...where, what, expected: 'a claim made from the source it names', todo }]
  })
}

/** Whether the claim's source is what the address names, or holds it as one of its pages. */
function isFrom(url: string, claim: Claim, { sources }: Ledger): boolean {
  const document = /^evidence\/sources\.csv#(.+)$/.exec(url)?.[1]
  if (document !== undefined) return claim.source === document
  const meant = address(url)
  const found = [claim.url ?? '', sources.get(claim.source)?.url ?? ''].map(address)
  return found.some((one) => one === meant || (one.includes('/') && meant.startsWith(`${one}/`)))
}

/** What identifies a page: without protocol, `www.`, query and last slash. */
function address(url: string): string {
  return url
    .replace(/[?#].*$/, '')
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/$/, '')
}
