/** A named measure: how many of the base unit of its dimension it holds. */
export interface Measure {
  readonly dimension: string
  readonly symbol: string
  readonly size: number
}

/**
 * Bases: kg, ha, km, litre, year, and the currencies as they are. A month is a twelfth and a day a 365th of a year. A quintal is
 * that of coffee and cacao, 46 kg; an arroba is 11.5 kg unless its unit says otherwise, as in `arroba (12 kg)`.
 */
// biome-ignore format: one measure a line
const MEASURES: readonly (readonly [dimension: string, size: number, names: string])[] = [
  ['mass', 1, 'kg|kilo|kilogram|kilogramme'],
  ['mass', 0.001, 'g|gram|gramme'],
  ['mass', 1000, 't|tonne|ton|metric ton|metric tonne|tonelada'],
  ['mass', 0.45359237, 'lb|pound'],
  ['mass', 46, 'quintal|qq'],
  ['mass', 11.5, 'arroba'],
  ['area', 1, 'ha|hectare|hectarea'],
  ['area', 100, 'km2|km^2|square kilometre|square kilometer'],
  ['area', 0.0001, 'm2|m^2|square metre|square meter'],
  ['area', 0.40468564224, 'acre'],
  ['length', 1, 'km|kilometre|kilometer'],
  ['length', 0.001, 'm|metre|meter'],
  ['length', 0.00001, 'cm'],
  ['length', 0.000001, 'mm|millimetre|millimeter'],
  ['length', 1.609344, 'mile'],
  ['volume', 1, 'l|litre|liter'],
  ['volume', 1000, 'm3|m^3|cubic metre'],
  ['volume', 3.785411784, 'gallon'],
  ['time', 1, 'yr|year'],
  ['time', 1 / 12, 'month'],
  ['time', 7 / 365, 'week'],
  ['time', 1 / 365, 'day|person-day|man-day'],
  ['time', 1 / 8760, 'h|hour'],
  ['time', 1 / 525600, 'minute'],
  ['USD', 1, 'USD|dollar|US dollar'],
  ['USD', 0.01, 'US cent|USD cent'],
  ['PEN', 1, 'PEN|sol'],
  ['EUR', 1, 'EUR|euro'],
  ['temperature', 1, 'degC|deg C|°C'],
  ['angle', 1, 'degree'],
  ['', 1, 'fraction|ratio|share|times'],
  ['', 0.01, 'percent|per cent|%'],
  ['', 0.01, 'percentage point'],
]

/**
 * Things that are counted, as singular nouns. Those on one line are kinds of the first: troops can be counted as persons. What is
 * alone on its line can be counted only as itself or as a bare `count`.
 */
const THINGS = `
count unit number
person people inhabitant resident soldier trooper troop officer police policeman personnel farmer grower farmworker cocalero worker
  labourer picker student pupil protester combatant militant fighter member auxiliary guard leader commander mayor governor legislator
  congressman official producer trader retailer doctor nurse teacher victim user consumer prisoner detainee inmate child woman man
  youth adult migrant settler colonist volunteer beneficiary walker courier porter crew chewer hostage captive deserter agent villager
  patient candidate staff expert official dealer
death fatality killed dead
wounded injured injury
casualty
family household
district
department region
province
municipality
community
locality village settlement
departure
attack act incident event clash ambush operation raid mission
case
arrest
seizure
airstrip strip runway
base
post
station
lab laboratory
pit
site
camp
aircraft plane helicopter
flight
cafe
campaign
boat vessel
vehicle truck
trip
shipment load
group clan band
faction
organisation organization firm company cooperative association agency ngo
project programme program scheme work plan
agreement contract
law decree bill
vote
body
school
hospital
clinic
scholarship
farm plot holding parcel
plant seedling tree bush
harvest
crop
variety
species
taxon
ecosystem
zone valley area basin
river
bridge
road
channel mode
route
country nation
language
meal
page
source
season
generation
decade
century
term
shift
stage step
round
hit
gun weapon rifle
radio
house dwelling
market
town city
party
seat
year-old
rank
index
flag
sign
code
`

export const MULTIPLIERS: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  thousands: 1000,
  millions: 1e6,
}

/** Measures by their names in small letters. */
export const measures: ReadonlyMap<string, Measure> = new Map(
  MEASURES.flatMap(([dimension, size, names]) => {
    const symbol = names.split('|')[0] ?? ''
    return names.split('|').map((name) => [name.toLowerCase(), { dimension, symbol, size }] as const)
  }),
)

/** What a counted noun is a kind of, by the noun. */
export const things: ReadonlyMap<string, string> = new Map(
  THINGS.trim()
    .replace(/\n {2}/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const nouns = line.split(' ')
      return nouns.map((noun) => [noun, nouns[0] ?? noun] as const)
    }),
)

/** Names for those who are killed, hurt or counted, by the word that stands for all of them. */
export const people: ReadonlyMap<string, string> = new Map(
  [
    'soldier military troop trooper army',
    'police policeman policewoman',
    'militant rebel insurgent fighter combatant subversive terrorist guerrilla',
    'civilian villager noncombatant',
    'child minor',
  ].flatMap((line) => {
    const words = line.split(' ')
    return words.map((word) => [word, words[0] ?? word] as const)
  }),
)

/** The forms a word may have in the singular, itself first. */
export function singulars(word: string): string[] {
  const forms = [word]
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`)
  if (word.endsWith('taxa')) forms.push('taxon')
  if (/(?:ch|sh|s|x)es$/.test(word)) forms.push(word.slice(0, -2))
  if (/(?:men)$/.test(word)) forms.push(`${word.slice(0, -3)}man`)
  if (word === 'children') forms.push('child')
  if (word.endsWith('s') && word.length > 2) forms.push(word.slice(0, -1))
  if (word.endsWith('es') && word.length > 3) forms.push(word.slice(0, -2))
  return forms
}
