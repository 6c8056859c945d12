import { type Conclusion, concluded, unreadable } from '../../../src/evidence/exchange/import.ts'
import { Importer } from '../../../src/evidence/exchange/importer.ts'
import type { ImportOptions } from '../../../src/evidence/exchange/result.ts'
import { checkPackage } from '../../../src/evidence/package.ts'
import { shippedFiles } from '../files.ts'

type Texts = Record<string, string>

const SOURCES = `id,title,producer,date,date_basis,kind,url,reliability,origin,independence
000,A web page on the valley,somebody,2025,,web page,https://example.org/valley,Repeats others.,,
devida,Monitoring of DEVIDA,DEVIDA,2024,,official statistics,https://example.org/devida,Official.,,
`
const TOPICS = 'id,en,es\ncoca,Coca,Coca\nconflict,Conflict,Conflicto\n'
const SUBJECTS = `id,topic,en,es,unit,series,about
coca_area,coca,area of coca,superficie de coca,ha,coca_area_devida,
attacks,conflict,attacks,ataques,attacks,,
`
const CLAIMS = `id,source,locator,kind,subject,place,period,low,value,high,unit,attributed_to,origin,flags,paraphrase,paraphrase_es,note
C0001,000,Coca (L1.1),quantity,coca_area,VRAEM,2019,,24000,,ha,a web page,,,The valley had 24000 hectares of coca.,El valle tenía 24000 hectáreas de coca.,
C0002,000,Conflict (L2.1),qualitative,attacks,VRAEM,undated,,,,,a web page,,,Attacks continue in the valley.,Los ataques continúan en el valle.,
`
const CONTRADICTIONS = `id,subject,en,es,reason,also,why_en,why_es,settle_en,settle_es,status
K1,coca_area,How much coca,Cuánta coca,period,,Years differ.,Los años difieren.,A survey.,Un censo.,open
`
const SIDES = `contradiction,side,en,es,claims,target_kind,target,low,high,option
K1,a,Much,Mucha,C0001,,,,,
K1,b,No word,Sin dato,C0002,,,,,
`
const LINKS = 'claim,kind,target,supports\n'
const SENTENCES =
  'source,locator,hash,holds,claims,reason\n000,L1.1,0123456789,number,C0001,\n000,L2.1,0123456780,event,C0002,\n'
const SERIES = `series,place,year,month,value,low,high,unit,source_title,source_year,url,confidence,note
coca_area_devida,VRAEM,2019,,26027,,,ha,Monitoring of DEVIDA,2020,https://example.org/devida,high,
coca_area_devida,"Ayna, La Mar, Ayacucho",2019,,812.5,800,825,ha,Monitoring of DEVIDA,2020,https://example.org/devida,high,
`
const TEXTS: Texts = {
  'evidence/sources.csv': SOURCES,
  'evidence/topics.csv': TOPICS,
  'evidence/subjects.csv': SUBJECTS,
  'evidence/claims.csv': CLAIMS,
  'evidence/contradictions.csv': CONTRADICTIONS,
  'evidence/sides.csv': SIDES,
  'evidence/links.csv': LINKS,
  'evidence/sentences.csv': SENTENCES,
  'series/coca_area.csv': SERIES,
}

/** A small sound data package: the shipped map and description, a ledger of two claims, one series. */
export function smallPackage(changes: Texts = {}): Texts {
  const shipped = shippedFiles()
  const kept = new Set(['geo/districts.csv', 'geo/places.csv', ...Object.keys(TEXTS)])
  const descriptor = JSON.parse(shipped['datapackage.json'] ?? '')
  descriptor.resources = descriptor.resources.filter(
    ({ path }: { path: string }) => kept.has(path) || path === 'evidence/runs.csv',
  )
  const geo = {
    'geo/districts.csv': shipped['geo/districts.csv'] ?? '',
    'geo/places.csv': shipped['geo/places.csv'] ?? '',
  }
  const runs = 'source,locator,runs\n'
  return {
    'datapackage.json': `${JSON.stringify(descriptor, null, 2)}\n`,
    ...geo,
    'evidence/runs.csv': runs,
    ...TEXTS,
    ...changes,
  }
}

/** Imports a text, in pieces of `size` characters. */
export function imported(
  text: string,
  options: ImportOptions = {},
  files: Texts = smallPackage(),
  size = 1 << 16,
  write = false,
): Conclusion & { files: Texts } {
  const { package: pack } = checkPackage(files)
  const importer = new Importer('mine.csv', options, pack)
  const each = (take: (piece: string) => void) => {
    for (let at = 0; at < text.length; at += size) take(text.slice(at, at + size))
  }
  each((piece) => importer.survey(piece))
  if (!importer.surveyed()) return { result: unreadable(importer), texts: {}, files }
  each((piece) => importer.read(piece))
  const conclusion = concluded(importer, files, pack, 'mine', options, write)
  return { ...conclusion, files: { ...files, ...conclusion.texts } }
}

export function codesOf(conclusion: Conclusion): string[] {
  return conclusion.result.problems.map(({ code, line }) => (line === undefined ? code : `${line}:${code}`))
}
