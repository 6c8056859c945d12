/** Text as a reader may see it, whoever wrote it: nothing in it moves the cursor, turns the writing round or hides. */

/**
 * Control characters other than tab and line feed (C0, DEL, C1), those that turn the direction of writing round, and those
 * without width. Thin spaces and other blanks are none of them.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/
const EVERY_HIDDEN = new RegExp(HIDDEN, 'g')

/**
 * The text with every hidden character written out: `␛` for the control characters of ASCII, `\u202e` for the others. JSON
 * that was written with JSON.stringify stays the same JSON, because it holds the first kind never and the second only
 * inside strings, where the escape means the character.
 */
export function visible(text: string): string {
  return HIDDEN.test(text) ? text.replace(EVERY_HIDDEN, shown) : text
}

function shown(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : `\\u${code.toString(16).padStart(4, '0')}`
}

/** `U+202E` for the first hidden character of a text, tabs and line feeds too; undefined where there is none. */
export function hiddenIn(text: string): string | undefined {
  const found = HIDDEN.exec(text)?.[0] ?? /[\n\t]/.exec(text)?.[0]
  return found === undefined ? undefined : `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The text on one line: line ends and the blanks around them become one blank. */
export function onOneLine(text: string): string {
  return /[\n\r\t\u2028\u2029]/.test(text) ? text.replace(/\s*[\n\r\t\u2028\u2029]\s*/g, ' ') : text
}
