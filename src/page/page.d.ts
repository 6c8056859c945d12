/// <reference types="svelte" />
// What the build adds to the page's modules.

declare module 'virtual:page-assets' {
  /** Addresses of the packed files, relative to the page. */
  export const ledger: string
  export const model: string
  export const geography: string
  export const observed: string
}
declare module 'virtual:report-style.css'
declare module '*.css'
