// A rule of policy in words: when it acts, what it sets, and for how long.
import type { RuleCard } from '../lab/results.ts'
import type { Field, Lever } from '../system/levers.ts'
import { levers } from '../system/levers.ts'
import { type OutcomeName, outcomes } from '../system/outcomes.ts'
import { level, mannerOf, number } from './format.ts'
import type { Language, Words } from './input.ts'

const said = {
  when: {
    en: 'Rule: when {what} {side} {size}{months} (figures come {delay} later), {acts}; {lasts}.',
    es: 'Regla: cuando {what} {side} {size}{months} (las cifras llegan {delay} después), {acts}; {lasts}.',
  },
  month: { en: '', es: '' },
  'twelve months': { en: ' over twelve months', es: ' en doce meses' },
  year: { en: ' of the last year', es: ' del último año' },
  below: { en: 'is below', es: 'está bajo' },
  above: { en: 'is above', es: 'está sobre' },
  months: { en: ' for {n} months in a row', es: ' durante {n} meses seguidos' },
  delay: { en: '{n} months', es: '{n} meses' },
  delay_one: { en: 'a month', es: 'un mes' },
  lasts: { en: 'for {n} months each time', es: 'por {n} meses cada vez' },
  while: { en: 'as long as that holds', es: 'mientras eso dure' },
  good: { en: 'for good', es: 'de ahí en adelante' },
  in: { en: ' in {n} districts', es: ' en {n} distritos' },
} as const satisfies Readonly<Record<string, Words>>

/** "Rule: when the leaf price is below S/ 6.0 for 12 months in a row …, alternative development: …; for good." */
export const ruleSentence = (rule: RuleCard): Words => ({ es: inLanguage(rule, 'es'), en: inLanguage(rule, 'en') })

function inLanguage(rule: RuleCard, l: Language): string {
  const put = (key: keyof typeof said, values: Readonly<Record<string, string>> = {}) =>
    said[key][l].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  const n = (value: number) => ({ n: number(value, 0, l) })
  return put('when', {
    what: lowered(outcomes[rule.outcome as OutcomeName][l]) + put(rule.figure),
    side: put(rule.side),
    size: level(mannerOf(rule.outcome, rule.unit), rule.threshold, l),
    months: rule.months > 1 ? put('months', n(rule.months)) : '',
    delay: rule.delay === 1 ? put('delay_one') : put('delay', n(rule.delay)),
    acts: Object.entries(rule.sets)
      .map(([lever, fields]) => actOf(lever, fields, l) + where(rule, lever, (count) => put('in', n(count))))
      .join('; '),
    lasts: rule.lasts === undefined ? put('good') : rule.lasts === 1 ? put('while') : put('lasts', n(rule.lasts)),
  })
}

const where = ({ districts = {} }: RuleCard, lever: string, say: (count: number) => string): string =>
  districts[lever] === undefined ? '' : say(districts[lever].length)

function actOf(name: string, fields: Readonly<Record<string, number>>, l: Language): string {
  const lever = (levers as Readonly<Record<string, Lever>>)[name]
  const values = Object.entries(fields).map(([field, value]) => {
    const of: Field | undefined = lever?.fields[field]
    const place = Object.values(of?.words ?? {}).indexOf(value)
    if (place < 0) return `${of?.[l] ?? field} ${number(value, Number.isInteger(value) ? 0 : 2, l)}`
    // labels of words list them: "rule: none, non-lethal, lethal"
    const [label = field, words = ''] = of?.[l].split(': ') ?? []
    return `${label} ${words.split(', ')[place] ?? Object.keys(of?.words ?? {})[place]}`
  })
  return `${lowered(lever?.[l] ?? name)}: ${values.join(', ')}`
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
