// The views of the page, in the order of the header. A view that is not in the list is not there for the reader.
import type { Component } from 'svelte'
import type { Key } from './messages/messages.ts'

export interface View {
  /** First word of the address, the same in both languages so that links can be shared. */
  readonly word: string
  readonly title: Key
  /** Its code is loaded when the view is first opened. */
  readonly open: () => Promise<{ readonly default: Component }>
  /** Reached by a link of another view; not in the header. */
  readonly hidden?: true
}

export const views: readonly View[] = [
  { word: 'comparar', title: 'view_compare', open: () => import('./compare/CompareView.svelte') },
  { word: 'decidir', title: 'view_decide', open: () => import('./decide/DecideView.svelte') },
  { word: 'mapa', title: 'view_map', open: () => import('./map/MapView.svelte') },
  { word: 'evidencia', title: 'view_evidence', open: () => import('./evidence/EvidenceView.svelte') },
  { word: 'como-funciona', title: 'view_works', open: () => import('./works/WorksView.svelte') },
  { word: 'informe', title: 'view_brief', open: () => import('./brief/BriefView.svelte'), hidden: true },
  { word: 'limites', title: 'view_limits', open: () => import('./limits/LimitsView.svelte') },
]

/** The view that a path names; the first one where it names none. */
export function viewOf(path: readonly string[]): View | undefined {
  return path.length === 0 ? views[0] : views.find(({ word }) => word === path[0])
}
