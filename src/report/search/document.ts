// A page of its own around a piece of report: both languages, nothing loaded.
import type { Language, Words } from '../input.ts'
import { html } from '../markup.ts'
import { style } from '../style.ts'

/** The file may load nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export const documentOf = (title: Words, body: string, language: Language, more = ''): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title[language]}</title><style>${style}${more}</style></head><body><main><h1>${html(title)}</h1>${body}</main></body></html>\n`
