// When an ensemble that is still growing is worth showing.

/** The first band comes after so many draws, the next when they have doubled. */
export const FIRST_BAND = 16

export const isBand = (count: number): boolean => count >= FIRST_BAND && Number.isInteger(Math.log2(count / FIRST_BAND))

/** The work was stopped on request, or a later request took its place; what is finished stays. */
export class Stopped extends Error {
  constructor() {
    super('stopped on request')
  }
}
