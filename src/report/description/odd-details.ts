// Implementation, initialisation and input data.
import type { Lever } from '../../system/levers.ts'
import type { Described, Description } from './description.ts'
import { code, codes, type Writer } from './markdown.ts'

export function writeDetails(w: Writer, of: Described, { start, input }: Description): void {
  w.heading(2, w.word('details'))
  w.heading(3, w.word('implementation'))
  w.paragraph(w.word('implementationHow'))
  w.heading(3, w.word('initialisation'))
  w.paragraph(w.english(start.about))
  w.paragraph(`${w.word('startColumns')} ${codes(start.columns)}`)
  w.paragraph(w.word('households'))
  w.table(
    ['file', 'name', 'what'],
    start.households.map(({ file, name, about }) => [code(file), code(name), w.english(about)]),
  )
  w.heading(3, w.word('inputData'))
  w.paragraph(w.english(input.about))
  w.paragraph(w.word('worldHow'))
  w.table(
    ['name', 'meaning', 'readBy'],
    input.world.map(({ name, about, readBy }) => [code(name), w.english(about), readBy.join(', ')]),
  )
  w.heading(4, w.word('series'))
  w.table(
    ['name', 'unit', 'places', 'years', 'rows', 'file'],
    input.series.map(({ name, units, places, years, rows, files }) => [
      code(name),
      units.filter((unit) => unit !== '').join(', '),
      String(places),
      years[0] === years[1] ? String(years[0]) : years.join('–'),
      String(rows),
      codes(files),
    ]),
  )
  w.heading(4, w.word('dataTables'))
  w.table(
    ['file', 'what', 'rows'],
    input.tables.map(({ path, title, rows }) => [code(path), w.english(title), String(rows)]),
  )
  writeChoices(w, of)
}

function writeChoices(w: Writer, { model }: Described): void {
  w.paragraph(w.word('choices'))
  w.table(
    ['name', 'what', 'options'],
    Object.entries(model.worldChoices).map(([name, choice]) => [
      code(name),
      choice[w.language],
      Object.values(choice.options)
        .map((option) => option[w.language])
        .join(', '),
    ]),
  )
  w.paragraph(w.word('levers'))
  const levers: Readonly<Record<string, Lever>> = model.levers
  w.table(
    ['name', 'what', 'fields'],
    Object.entries(levers).map(([name, lever]) => [
      code(name),
      `${lever[w.language]}. ${lever.about[w.language]}`,
      Object.entries(lever.fields)
        .map(([field, { unit }]) => `${code(field)} (${unit})`)
        .join(', '),
    ]),
  )
}
