import { describe, expect, it } from 'vitest'
import { type Progress, progressLine } from '../../src/host/progress.ts'

const words = (p: Progress) => `${p.done}/${p.total} ${p.perSecond.toFixed(1)} ${p.secondsLeft?.toFixed(0) ?? '?'}`

function line(terminal: boolean) {
  let time = 0
  let text = ''
  const progress = progressLine({ terminal, columns: 80, words, clock: () => time, write: (more) => (text += more) })
  return { progress, at: (ms: number) => (time = ms), text: () => text }
}

describe('progress', () => {
  it('is a line every five seconds where there is no terminal', () => {
    const { progress, at, text } = line(false)
    progress.step(0, 100)
    for (let done = 1; done <= 100; done++) {
      at(done * 250)
      progress.step(done, 100)
    }
    progress.end()
    expect(text().split('\n')).toEqual([
      '0/100 0.0 ?',
      '20/100 4.0 20',
      '40/100 4.0 15',
      '60/100 4.0 10',
      '80/100 4.0 5',
      '100/100 4.0 0',
      '',
    ])
  })

  it('beats while nothing ends', () => {
    const { progress, at, text } = line(false)
    progress.step(0, 3)
    at(10_000)
    progress.step(1, 3)
    for (let second = 11; second <= 21; second++) {
      at(second * 1000)
      progress.tick()
    }
    progress.step(3, 3)
    at(60_000)
    progress.tick()
    expect(text().trimEnd().split('\n')).toEqual(['0/3 0.0 ?', '1/3 0.1 20', '1/3 0.1 30', '1/3 0.1 40', '3/3 0.1 0'])
  })

  it('leaves what was taken over from an earlier run out of the rate', () => {
    const { progress, at, text } = line(false)
    progress.step(50, 100)
    at(5000)
    progress.step(60, 100)
    expect(text()).toContain('60/100 2.0 20')
  })

  it('tells the rate of the round it is in', () => {
    const { progress, at, text } = line(false)
    progress.step(0, 10)
    at(100_000)
    progress.step(10, 10)
    at(200_000)
    progress.step(0, 10)
    at(205_000)
    progress.step(5, 10)
    expect(text()).toContain('5/10 1.0 5')
  })

  it('renews one line on a terminal and takes it away at the end', () => {
    const { progress, at, text } = line(true)
    progress.step(0, 2)
    at(500)
    progress.step(1, 2)
    progress.end()
    expect(text()).not.toContain('\n')
    expect(text().startsWith('\r\x1b[2K0/2')).toBe(true)
    expect(text().endsWith('\r\x1b[2K')).toBe(true)
  })
})
