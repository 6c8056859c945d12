// Reads a file of limits in a thread of its own: however large it is, the page is not held up.
import type { Known } from './match.ts'
import { type Answer, readLimits } from './read.ts'

addEventListener('message', async ({ data }: MessageEvent<{ file: File; districts: readonly Known[] }>) => {
  let answer: Answer
  try {
    answer = readLimits(await data.file.text(), data.districts)
  } catch {
    answer = { fault: { code: 'thread' } }
  }
  postMessage(answer)
})
