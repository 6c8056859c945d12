interface ImportMeta {
  /** Names of the packed files beside the page's code, by key; put in by the build of the page. */
  readonly packed: Readonly<Record<string, string>>
}
