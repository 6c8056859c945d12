/** For files that people and the page read: four digits, which is more than such figures can bear. */
export const shortened = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toPrecision(DIGITS)) : one)))
const DIGITS = 4
