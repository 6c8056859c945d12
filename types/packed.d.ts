interface ImportMeta {
  /** Names of the packed files beside the page's code, by key; put in by the build of the page. */
  readonly packed: Readonly<Record<string, string>>
  /** Files that the worker for visits without a network keeps; put in by scripts/offline-worker.mjs. */
  readonly offline: import('../src/page/offline/kept.ts').OfflineFiles
}
