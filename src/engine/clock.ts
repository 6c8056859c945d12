// Months are counted from January of the first year, so that a month is one small integer everywhere.

export const FIRST_YEAR = 2000
/** The draws have room for this many months. */
export const LAST_MONTH = 2047

export const yearOf = (month: number): number => FIRST_YEAR + Math.floor(month / 12)

/** 0 January … 11 December. */
export const monthOfYear = (month: number): number => month - 12 * Math.floor(month / 12)

/** Months since January of the first year; `of` is 0 in January. */
export const monthIndex = (year: number, of = 0): number => (year - FIRST_YEAR) * 12 + of

/** '2015-09' to a month; undefined when the text is no month. */
export function parseMonth(text: string): number | undefined {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  return year === undefined ? undefined : monthIndex(Number(year), Number(month) - 1)
}

/** A month as '2015-09'. */
export const showMonth = (month: number): string =>
  `${String(yearOf(month)).padStart(4, '0')}-${String(monthOfYear(month) + 1).padStart(2, '0')}`
