// "Report an error": a link that carries the claim and the manifest, so that whoever reads it can run the same again.
import type { Manifest } from '../lab/manifest.ts'
import { summaryOf } from './made.ts'
import { say } from './words.ts'

/** Longer addresses are cut by mail programs and servers. */
const LONGEST = 1800

/** `url` is the "new issue" page of a tracker; without it the link opens a mail. `claim` is an id of the ledger (`C0254`). */
export function reportErrorLink(url: string | undefined, claim: string | undefined, manifest: Manifest): string {
  const title = say('error_subject').es + (claim ? ` · ${claim}` : '')
  const lines = [
    ...(claim ? [`${say('error_claim').es}: ${claim}`] : []),
    summaryOf(manifest).es,
    '',
    say('error_what').es,
    '',
    '',
    JSON.stringify(manifest).slice(0, LONGEST),
  ]
  const body = lines.join('\n')
  if (url && /^https?:\/\//i.test(url)) {
    return `${url}${url.includes('?') ? '&' : '?'}title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`
  }
  return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`
}
