// Long work on the page's own thread, in slices short enough that nobody notices.

/** Longest slice, milliseconds. */
const SLICE = 8

/** Made when it is first needed: an open channel keeps a process alive. */
let channel: MessageChannel | undefined
const waiting: (() => void)[] = []

/** Lets the page do what else is due; timers would wait longer, and sleep in a hidden tab. */
export const breath = (): Promise<void> =>
  new Promise((done) => {
    waiting.push(done)
    if (!channel) {
      channel = new MessageChannel()
      channel.port1.onmessage = () => waiting.shift()?.()
    }
    channel.port2.postMessage(undefined)
  })

/** Does the steps one after the other. False: `stale` said so before they were done. */
export async function inSlices<T>(items: Iterable<T>, step: (item: T) => void, stale: () => boolean): Promise<boolean> {
  let began = performance.now()
  for (const item of items) {
    if (stale()) return false
    step(item)
    if (performance.now() - began < SLICE) continue
    await breath()
    began = performance.now()
  }
  return !stale()
}
