export const BASE = 'https://vraem-lab.invalid/'

const own = (name: string) => `v:${name}`
const number = (name: string) => ({ '@id': own(name), '@type': 'xsd:double' })
const node = (id: string) => ({ '@id': id, '@type': '@id' })
/** Text by language: `{ "en": …, "es": … }`. */
const languages = (id: string) => ({ '@id': id, '@container': '@language' })

/**
 * What the words of the JSON-LD export mean. Our own lie under a name that never resolves (RFC 2606), because the document
 * explains them itself; all others are PROV-O, schema.org, SKOS, Dublin Core and RDF Schema.
 */
export const CONTEXT = {
  '@version': 1.1,
  prov: 'http://www.w3.org/ns/prov#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  v: `${BASE}vocabulary#`,
  source: `${BASE}source/`,
  subject: `${BASE}subject/`,
  claim: `${BASE}claim/`,
  agent: `${BASE}agent/`,
  contradiction: `${BASE}contradiction/`,
  link: `${BASE}link/`,
  label: 'rdfs:label',
  comment: 'rdfs:comment',
  title: 'dcterms:title',
  date: 'dcterms:date',
  genre: 'schema:genre',
  url: node('schema:url'),
  version: 'schema:version',
  attributedTo: node('prov:wasAttributedTo'),
  primarySource: node('prov:hadPrimarySource'),
  derivedFrom: node('prov:wasDerivedFrom'),
  generatedBy: node('prov:wasGeneratedBy'),
  associatedWith: node('prov:wasAssociatedWith'),
  endedAt: { '@id': 'prov:endedAtTime', '@type': 'xsd:dateTime' },
  license: node('dcterms:license'),
  prefLabel: languages('skos:prefLabel'),
  definition: 'skos:definition',
  about: node('schema:about'),
  text: languages('schema:text'),
  note: 'skos:note',
  unit: 'schema:unitText',
  place: own('place'),
  placeId: own('placeId'),
  period: own('period'),
  approximate: own('approximate'),
  low: number('low'),
  value: number('value'),
  high: number('high'),
  kind: own('kind'),
  series: own('series'),
  topic: own('topic'),
  locator: own('locator'),
  flag: own('flag'),
  reliability: own('reliability'),
  independence: own('independence'),
  reason: own('reason'),
  why: languages('v:why'),
  settle: languages('v:settle'),
  status: own('status'),
  side: own('side'),
  claims: { '@id': own('claim'), '@type': '@id', '@container': '@set' },
  standsForKind: own('standsForKind'),
  standsFor: own('standsFor'),
  option: own('option'),
  targetKind: own('targetKind'),
  target: own('target'),
  supports: own('supports'),
} as const
