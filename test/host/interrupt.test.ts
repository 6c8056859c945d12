import { expect, it } from 'vitest'
import { interruptible } from '../../src/host/interrupt.ts'
import { Stopped } from '../../src/host/pool.ts'

it('tells work that ended with the signal that it was stopped, and leaves other errors as they are', async () => {
  const stopped = interruptible(async (signal) => {
    process.emit('SIGINT')
    signal.throwIfAborted()
  })
  await expect(stopped).rejects.toBeInstanceOf(Stopped)
  const broken = interruptible(async () => {
    process.emit('SIGINT')
    throw new RangeError('of its own')
  })
  await expect(broken).rejects.toThrow('of its own')
  expect(process.listenerCount('SIGINT')).toBe(process.listenerCount('SIGTERM'))
})
