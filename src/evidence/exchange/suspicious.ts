import type { Findings } from './findings.ts'

/**
 * What a claim should rather not hold and a machine can only suspect: it is told, not refused. Persons, places finer than a
 * district and how drugs are made have no place in the ledger.
 */
const SUSPECTS: readonly { readonly code: string; readonly what: string; readonly pattern: RegExp }[] = [
  {
    code: 'phone-number',
    what: 'may hold a telephone number; nothing that leads to a person belongs here',
    pattern:
      /\b(?:tel|cel|phone|tel[eé]fono|celular|m[oó]vil|whatsapp)\b[^\d]{0,12}\d[\d\s-]{5,}|\+\d{2}[\d\s-]{7,}|\b9\d{2}[\s-]?\d{3}[\s-]?\d{3}\b/i,
  },
  {
    code: 'email',
    what: 'may hold an e-mail address; nothing that leads to a person belongs here',
    pattern: /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
  },
  {
    code: 'exact-place',
    what: 'may name a spot finer than a district',
    pattern: /\bkm\.?\s?\d|\bkil[oó]met(?:er|re|ro)\s+\d|\bpuerto clandestino\b/i,
  },
  {
    code: 'chemical',
    what: 'names a chemical; leave out anything on how drugs are made',
    pattern:
      /\b(?:kerosene|kerosén|querosen[eo]?|aceton[ea]|ammonia|amon[ií]aco|permangan[a-z]+|(?:sulph?uric|hydrochloric) acid|[aá]cido (?:sulf[uú]rico|clorh[ií]drico|muri[aá]tico))(?![a-z])/i,
  },
]

/** Gathers a notice for each thing that the texts of a claim may hold, with its lines. */
export function noteSuspicious(cells: Readonly<Record<string, string>>, line: number, findings: Findings): void {
  for (const field of ['paraphrase', 'paraphrase_es', 'note', 'attributed_to']) {
    const text = cells[field] ?? ''
    for (const { code, what, pattern } of SUSPECTS)
      if (pattern.test(text)) findings.seen({ code, field, what }, `line ${line}`)
  }
}
