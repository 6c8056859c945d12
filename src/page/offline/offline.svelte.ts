// Has the files of the page kept for visits without a network, where the browser and the host allow that.
import type { Order } from './kept.ts'

/** A page that stays open asks so often whether there is a newer one, milliseconds. */
const OFTEN = 30 * 60_000

let newer = $state(false)
let begun = false

export const offline = {
  /** A newer version is there than the one that is open. */
  get newer(): boolean {
    return newer
  },
  /** Begins to keep the files; call it when the page has nothing more urgent to fetch. Never throws. */
  async keep(): Promise<void> {
    if (begun) return
    begun = true
    try {
      // undefined on file: and without https
      const { serviceWorker } = navigator
      const worker = document.querySelector<HTMLMetaElement>('meta[name=kept-by]')?.content
      if (!serviceWorker || !worker) return
      const folder = new URL('./', document.baseURI).href
      const registration = await serviceWorker.register(new URL(worker, folder), {
        scope: folder,
        updateViaCache: 'none',
      })
      serviceWorker.addEventListener('controllerchange', () => void look(serviceWorker.controller))
      addEventListener('visibilitychange', () => void often(registration))
      const { active } = await serviceWorker.ready
      await look(active)
      if (active && !sparing()) active.postMessage({ kind: 'later' } satisfies Order)
    } catch {
      // Forbidden, or an incomplete copy of the page: it works as long as there is a network.
    }
  },
}

/** The worker of a newer version does not know this page's own code. */
async function look(worker: ServiceWorker | null): Promise<void> {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src
  const folder = new URL('./', document.baseURI).href
  if (!worker || !script?.startsWith(folder)) return
  const { port1, port2 } = new MessageChannel()
  const known = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<boolean>) => resolve(data)
  })
  worker.postMessage({ kind: 'knows', path: script.slice(folder.length) } satisfies Order, [port2])
  newer = !(await known)
  port1.close()
}

let looked = 0
async function often(registration: ServiceWorkerRegistration): Promise<void> {
  if (document.visibilityState === 'hidden' || performance.now() - looked < OFTEN) return
  looked = performance.now()
  await registration.update().catch(() => {})
}

/** The reader pays for every kilobyte. */
const sparing = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
