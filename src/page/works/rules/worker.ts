// The compiler of rules in a thread of its own: fetched with the first rule that is opened for changes.
import type { Original } from '../../../lab/rules/compile.ts'
import { check } from './check.ts'
import type { Answer, Order } from './protocol.ts'

interface Port {
  onmessage: ((event: { readonly data: Order }) => void) | null
  postMessage(answer: Answer): void
}
const port = self as unknown as Port
let original: Original = { texts: {}, kernels: 'plain' }

port.onmessage = ({ data }) => {
  if (data.kind === 'open') original = { texts: data.texts, kernels: data.kernels }
  else port.postMessage({ id: data.id, checked: check(original, data.question) })
}
