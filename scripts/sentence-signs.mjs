/** Where sentences end, and the signs by which one holds a number, a date, an event or a cause. */

/** Places in a line where one sentence ends and the next begins. */
const END = /(?<=[.!?]["”’)\]]*(?:\[\d+\])*)\s+(?=["“‘(]?[A-Z0-9¿¡ÁÉÍÓÚÑ])/u
/** Ends that are none: titles, initials, abbreviations. */
const NO_END =
  /(?:\b(?:Gen|Dr|Mr|Ms|Mrs|St|No|ca|lit|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|U\.S)|\b[A-Z])\.$/u

/** The sentences of one line, in order. */
export function sentencesOf(line) {
  const parts = []
  for (const part of line.trim().split(END)) {
    const last = parts.at(-1)
    if (last !== undefined && NO_END.test(last)) parts[parts.length - 1] = `${last} ${part}`
    else if (part !== '') parts.push(part)
  }
  return parts
}

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Sept|Oct|Nov|Dec'
const NUMBERS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|percent|half|halves|thirds?|quarters?|twice|double[sd]?|doubling|tripled?|triple|majority|most|single'
const SIGNS = {
  number: new RegExp(`\\d|%|\\b(?:${NUMBERS})\\b`, 'i'),
  date: new RegExp(`\\b(?:1[0-9]|20)\\d\\d(?:s|\\b)|\\b(?:${MONTHS})\\b|\\bcentur(?:y|ies)\\b|\\bdecades?\\b`),
  event:
    /\b(?:ambush|massacre|attack|clash|conquest|reform|captur|seiz|dismantl|kill|murder|strike|block(?:ed|ade)|launch|establish|declar|decree|sanction|designat|announc|arrest|shot|shootout|downed|brought down|elect|protest|census|programme|program|operation|invasion|founded|built|install)/i,
  cause:
    /\b(?:because|due to|owing to|driven by|drove|led to|leads? to|leading to|result(?:s|ed|ing)? (?:in|from)|caus(?:e|es|ed|ing)|thus|thereby|therefore|hence|so that|in order to|enabl|foster|fuel|contribut|exacerbat|undermin|perpetuat|sustain|prompt|trigger|hinder|hamper|constrain|limit|deter|allow|prevent|promot|driving|amid|effect|impact|reduc|increas|encourag|incentiv|depend|facilitat|provid|reinforc|complicat|discourag|stem|attribut|means? that|since|as a result)/i,
}

/** What a sentence holds: number, date, event, cause. */
export const holds = (text) => Object.keys(SIGNS).filter((sign) => SIGNS[sign].test(text))
