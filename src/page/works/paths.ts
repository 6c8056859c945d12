// Where things of the model have their page.
const PAGES: Readonly<Record<string, string>> = {
  mechanism: 'mecanismo',
  lever: 'medida',
  outcome: 'resultado',
  parameter: 'parametro',
}

/** `mechanism.trust` → `como-funciona/mecanismo/trust`. */
export function pathOf(id: string): string[] {
  const at = id.indexOf('.')
  return ['como-funciona', PAGES[id.slice(0, at)] ?? '', id.slice(at + 1)]
}
