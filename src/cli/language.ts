/** Spanish or English: --lang, else what the system says. */

export type Language = 'es' | 'en'
export const LANGUAGES: readonly Language[] = ['es', 'en']

/**
 * Language of the words a command prints. `--lang` decides; without it LC_ALL, LC_MESSAGES or LANG; where these are unset
 * or plain C, the locale of the system. Any other language than these two is answered in Spanish, the valley's own.
 */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  system: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  const asked = optionIn(argv, '--lang')
  if (asked === 'es' || asked === 'en') return asked
  const set = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '')
  const locale = set === undefined || /^(C|POSIX)(\.|$)/.test(set) ? system : set
  return locale.toLowerCase().startsWith('en') ? 'en' : 'es'
}

/** Value of an option before anything is parsed, for what must be known early. */
function optionIn(argv: readonly string[], name: string): string | undefined {
  const at = argv.indexOf(name)
  return at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1)
}
