import { writeCsv } from '../../src/evidence/csv.ts'
import { shippedFiles } from './files.ts'

/** A small data package with the shipped descriptor: places as shipped, two documents, a few claims, one series. */

type Rows = readonly (readonly (string | number)[])[]

const KEPT = ['geo/districts.csv', 'geo/places.csv']
const COLUMNS = {
  'evidence/sources.csv': 'id,title,producer,date,date_basis,kind,url,reliability,origin,independence',
  'evidence/topics.csv': 'id,en,es',
  'evidence/subjects.csv': 'id,topic,en,es,unit,series,about',
  'evidence/claims.csv':
    'id,source,locator,kind,subject,place,period,low,value,high,unit,attributed_to,origin,flags,paraphrase,paraphrase_es,note',
  'evidence/contradictions.csv': 'id,subject,en,es,reason,also,why_en,why_es,settle_en,settle_es,status',
  'evidence/sides.csv': 'contradiction,side,en,es,claims,target_kind,target,low,high,option',
  'evidence/links.csv': 'claim,kind,target,supports',
  'evidence/sentences.csv': 'source,locator,hash,holds,claims,reason',
  'evidence/runs.csv': 'source,locator,runs',
  'parameters.csv': 'name,subsystem,unit,low,central,high,distribution,source,url,confidence,note',
  'series/coca_area.csv': 'series,place,year,month,value,low,high,unit,source_title,source_year,url,confidence,note',
  'units.csv': 'series,unit,reason',
} as const
export type TableName = keyof typeof COLUMNS

/** An entry of datapackage.json. */
interface Described {
  name: string
  kind?: string
  grounded?: boolean
  schema: { foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[] }
}

const HASH = '0123456789'
export const ROWS: Readonly<Record<TableName, Rows>> = {
  'evidence/sources.csv': [
    ['000', 'A page', 'A site', '', '', 'web page', 'https://example.org/page', '', '', ''],
    ['001', 'A report', 'A paper', '2014-02', 'stated', 'press', '', '', 'monitor', 'Repeats the survey.'],
    [
      'monitor',
      'The survey',
      'An office',
      '2014',
      'stated',
      'measurement programme',
      'https://example.org/s',
      '',
      '',
      '',
    ],
  ],
  'evidence/topics.csv': [['coca', 'Coca', 'Coca']],
  'evidence/subjects.csv': [
    ['coca_area', 'coca', 'Area under coca', 'Superficie con coca', 'ha', 'coca_area_survey', ''],
    ['coca_cause', 'coca', 'Why coca grows', 'Por qué crece la coca', '', '', ''],
  ],
  'evidence/claims.csv': [
    claim({ id: 'C0001', value: 12000, paraphrase: 'Some twelve thousand hectares stood in the valley.' }),
    claim({ id: 'C0002', source: '001', locator: 'Lead (L2.1)', low: 15000, high: 17000 }),
    claim({ id: 'C0003', kind: 'causal', subject: 'coca_cause', unit: '', locator: 'Lead (L1.2)', period: 'undated' }),
  ],
  'evidence/contradictions.csv': [
    ['K1', 'coca_area', 'How much coca', 'Cuánta coca', 'method', '', 'Why', 'Por qué', 'That', 'Eso', 'explained'],
  ],
  'evidence/sides.csv': [
    ['K1', 'a', 'Twelve', 'Doce', 'C0001', 'parameter', 'coca_start', 11, 13, ''],
    ['K1', 'b', 'Sixteen', 'Dieciséis', 'C0002', '', '', '', '', ''],
  ],
  'evidence/links.csv': [['C0001', 'parameter', 'coca_start', 'area at the very start']],
  'evidence/sentences.csv': [
    ['000', 'L1.1', HASH, 'number', 'C0001', ''],
    ['000', 'L1.2', HASH, 'cause', 'C0003', ''],
    ['000', 'L1.3', HASH, 'number', '', 'repeats:L1.1'],
    ['000', 'L2.1', HASH, '', '', ''],
    ['001', 'L2.1', HASH, 'number date', 'C0002', ''],
  ],
  'evidence/runs.csv': [],
  'parameters.csv': [
    ['coca_start', 'coca', 'kha', 10, 12, 14, 'triangular', 'A page', 'evidence/sources.csv#000', 'low', ''],
    ['coca_guess', 'coca', '1', 0, 0.5, 1, 'uniform', 'judgement', '', 'judgement', ''],
  ],
  'series/coca_area.csv': [
    [
      'coca_area_survey',
      'VRAEM',
      2013,
      '',
      13500,
      13000,
      14000,
      'ha',
      'The survey',
      2014,
      'https://example.org/s',
      'high',
      '',
    ],
    ['coca_area_survey', 'Ayna, La Mar, Ayacucho', 2013, 9, 350.5, '', '', 'ha', 'Unlisted', 2014, '', 'low', ''],
  ],
  'units.csv': [],
}

/** A row of claims.csv. */
export function claim(parts: Readonly<Record<string, string | number>>): (string | number)[] {
  const usual: Record<string, string | number> = {
    source: '000',
    locator: 'Lead (L1.1)',
    kind: 'quantity',
    subject: 'coca_area',
    place: 'VRAEM',
    period: '2013',
    unit: 'ha',
    attributed_to: 'A site',
    paraphrase: `Said of ${parts.id} in our words.`,
    paraphrase_es: `Dicho de ${parts.id} en palabras nuestras.`,
  }
  return COLUMNS['evidence/claims.csv'].split(',').map((name) => parts[name] ?? usual[name] ?? '')
}

/**
 * The files of the small package, with some tables replaced. Rows need no listed source and parameters no claims unless
 * `descriptor`, which may change the entries of datapackage.json, asks for them.
 */
export function smallPackage(
  changes: Readonly<Partial<Record<TableName, Rows>>> = {},
  descriptor: (resource: Described) => void = () => {},
): Record<string, string> {
  const rows = { ...ROWS, ...changes }
  const tables = Object.entries(COLUMNS).map(([path, columns]) => [
    path,
    writeCsv(columns.split(','), rows[path as TableName]),
  ])
  const described = JSON.parse(shipped['datapackage.json'] ?? '')
  const paths = [...KEPT, ...Object.keys(COLUMNS)]
  described.resources = described.resources.filter(({ path }: { path: string }) => paths.includes(path))
  for (const resource of described.resources as Described[]) {
    delete resource.grounded
    if (resource.kind === 'observations') delete resource.schema.foreignKeys
    descriptor(resource)
  }
  return {
    ...Object.fromEntries(KEPT.map((path) => [path, shipped[path] ?? ''])),
    ...Object.fromEntries(tables),
    'datapackage.json': JSON.stringify(described),
  }
}

const shipped = shippedFiles()
