/** Operations that C and its relatives write between their operands; masks are whole numbers. */
export const INFIX: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  eq: '==',
  ne: '!=',
  and: '&',
  or: '|',
  iadd: '+',
  imul: '*',
  ixor: '^',
}
