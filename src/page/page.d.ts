/// <reference types="svelte" />
// What the build adds to the page's modules.

declare module 'virtual:page-assets' {
  /** Addresses of the packed files, relative to the page. */
  export const ledger: string
  export const model: string
  export const geography: string
  export const observed: string
  export const rules: string
  export const firstAnswer: string
  /** Of the shipped study; empty where none is shipped. */
  export const study: string
  /** Answers of a search and of interactions, as --json writes them; empty where none is shipped. */
  export const searched: string
  export const interactions: string
  /** What is worth finding out, and what moves the answers; empty where none is shipped. */
  export const contested: string
  export const sensitivity: string
}
declare module 'virtual:report-style.css'
declare module '*.css'
