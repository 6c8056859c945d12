// Where on the page the thing is explained that a claim feeds.
import type { LinkKind } from '../../evidence/ledger/link.ts'

/** Words of the path; undefined for what has no page of its own. */
export function placeOfLink(kind: LinkKind, target: string): string[] | undefined {
  switch (kind) {
    case 'parameter':
      return ['como-funciona', 'parametro', target]
    case 'mechanism':
      return ['como-funciona', 'mecanismo', target]
    case 'lever':
      return ['como-funciona', 'medida', target]
    case 'pattern':
      return ['como-funciona', 'patrones']
    case 'observation':
      return ['evidencia', 'afirmacion', target]
    default:
      return undefined
  }
}
