// Limits, sources, how it was made, and how to say that something is wrong.

import type { Compared } from '../compared.ts'
import { reportErrorLink } from '../error_link.ts'
import type { Observed, Source, Surroundings } from '../input.ts'
import { limits } from '../limits.ts'
import { escaped, html, link } from '../markup.ts'
import { say } from '../words.ts'
import { section } from './charts.ts'
import { skill } from './skill.ts'

export function back(c: Compared, around: Surroundings): string {
  const list = limits(around, c.result.manifest.draws.count, c.result.marks)
    .map((words) => `<li>${html(words)}</li>`)
    .join('')
  return [
    skill(c),
    section('limits', say('limits_title'), undefined, `<ul class="limits">${list}</ul>`),
    sources(around),
    manifest(c, around),
  ].join('')
}

function sources(around: Surroundings): string {
  const all = [...(around.observed ?? []).map(published), ...(around.sources ?? [])]
  const once = new Map(all.map((source) => [`${source.title} ${source.url ?? ''}`, source]))
  const items = [...once.values()].map(
    ({ title, url, year }) => `<li>${link(url, escaped(title))}${year === undefined ? '' : ` (${year})`}</li>`,
  )
  if (items.length === 0) return ''
  return section(
    'sources',
    say('sources_title'),
    say('sources_note'),
    `<details><summary>${items.length}</summary><ol class="sources">${items.join('')}</ol></details>`,
  )
}

const published = ({ source, url }: Observed): Source => ({ title: source, ...(url ? { url } : {}) })

function manifest(c: Compared, around: Surroundings): string {
  const text = JSON.stringify(c.result.manifest, null, 2)
  const error = reportErrorLink(around.errorUrl, undefined, c.result.manifest)
  const body = `<details><summary>JSON</summary><pre tabindex="0">${escaped(text)}</pre></details><p><a class="report-error" href="${escaped(error)}">${html(say('report_error'))}</a></p><p class="note">${html(say('licence'))}</p>`
  return section('manifest', say('manifest_title'), say('manifest_note'), body)
}
