// The description as ODD+D: Overview, Design concepts, Details (Müller et al. 2013). Headings are ours, the rest is the code's.
import type { Language } from '../input.ts'
import { say } from '../words.ts'
import type { Described, Description } from './description.ts'
import { HEADINGS } from './headings.ts'
import { code, Writer } from './markdown.ts'
import { writeConcepts } from './odd-concepts.ts'
import { writeDetails } from './odd-details.ts'
import { writeSubmodels } from './odd-submodels.ts'

/** What stands above the description. */
export interface Front {
  /** One sentence in the language of the text. */
  readonly purpose: string
  readonly version: string
  /** Hashes of the model's and the data's files. */
  readonly hashes: { readonly model: string; readonly data: string }
}

/** The model as Markdown; formulas stand in ```math blocks that KaTeX reads. */
export function oddText(of: Described, description: Description, front: Front, language: Language): string {
  const w = new Writer(language, HEADINGS)
  w.heading(1, w.word('title'))
  w.paragraph(w.word('made'))
  w.paragraph(w.word('marked'))
  const { version, hashes } = front
  w.paragraph(w.word('version', { version, model: hashes.model.slice(0, 12), data: hashes.data.slice(0, 12) }))
  writeOverview(w, description, front)
  writeConcepts(w, of, description)
  writeDetails(w, of, description)
  writeSubmodels(w, of, description)
  return w.toString()
}

function writeOverview(w: Writer, { scales, entities, schedule, mechanisms }: Description, front: Front): void {
  w.heading(2, w.word('overview'))
  w.heading(3, w.word('purpose'))
  w.paragraph(front.purpose)
  w.paragraph(say('limit_harm')[w.language])
  w.heading(3, w.word('entities'))
  const [from, to] = scales.years
  w.paragraph(w.word('scales', { from, to, districts: scales.districts, zones: scales.zones }))
  for (const { name, about, columns } of entities) {
    w.heading(4, code(name))
    w.paragraph(w.english(about))
    w.table(
      ['name', 'unit', 'meaning', 'kind', 'writtenBy'],
      columns.map((column) => [
        code(column.name),
        column.unit,
        w.english(column.about),
        w.word(column.flow ? 'flow' : column.fixed ? 'fixed' : 'stock') +
          (column.type === 'u8' ? `, ${w.word('byte')}` : ''),
        column.writtenBy.join(', '),
      ]),
    )
  }
  w.heading(3, w.word('schedule'))
  w.paragraph(w.english(schedule.about))
  const byId = new Map(mechanisms.map((one) => [one.id, one]))
  w.table(
    ['mechanism', 'part', 'acts', 'what'],
    schedule.stretches.flatMap(({ says, mechanisms: ids }) =>
      ids.map((id) => [
        code(id),
        w.english(says),
        w.word(byId.get(id)?.when ?? 'step'),
        w.english(byId.get(id)?.about ?? ''),
      ]),
    ),
  )
}
