import { describe, expect, it, vi } from 'vitest'
import { type Io, visibleIo } from '../../src/cli/io.ts'
import { textTable } from '../../src/cli/table.ts'
import { hiddenIn } from '../../src/evidence/visible.ts'
import { cut, wrap } from '../../src/report/text.ts'
import { vraem } from './fake_io.ts'

vi.setConfig({ testTimeout: 120_000 })

const HOSTILE = '\u001b[2J\u009b2J\u202eevil\u2066\u2028\u0007'
/** Lines without anything hidden. */
const expectPlain = (text: string) =>
  expect(text.split('\n').map(hiddenIn)).toEqual(text.split('\n').map(() => undefined))

describe('hostile text', () => {
  it('on the command line is shown, not obeyed', async () => {
    const { code, out, err } = await vraem(['evidence', 'list', '--subject', HOSTILE, '--lang', 'en'])
    expect(code).toBe(2)
    expectPlain(out + err)
    expect(err).toContain('vraem evidence list: --subject: there is no subject "␛[2J\\u009b2J\\u202eevil')
  })

  it('in JSON is the same text, escaped', async () => {
    const { code, out } = await vraem(['evidence', 'list', '--subject', HOSTILE, '--json'])
    expect(code).toBe(2)
    expectPlain(out)
    expect(JSON.parse(out).problems[0].what).toContain(HOSTILE)
  })

  it('does not reach stdout or stderr, but a line that renews itself does', async () => {
    const written: string[] = []
    const keep = (text: string) => void written.push(text)
    const io: Io = {
      out: async (text) => keep(text),
      err: keep,
      renew: keep,
      env: {},
      cwd: '',
      terminal: true,
      columns: 80,
    }
    const guarded = visibleIo(io)
    await guarded.out('\u001b[2J\n')
    guarded.err('\rover\u202e')
    guarded.renew('\r\u001b[2K1/2')
    expect(written).toEqual(['␛[2J\n', '␍over\\u202e', '\r\u001b[2K1/2'])
  })

  it('does not tear tables or paragraphs', () => {
    const table = textTable(
      ['id', 'text'],
      [
        ['C1', `one\n two${HOSTILE}`],
        ['C2', 'x'],
      ],
    )
    expectPlain(table)
    expect(table.trimEnd().split('\n')).toHaveLength(4)
    expect(table).toContain('C1  one two␛[2J')
    expect(wrap('one\ntwo three', 20)).toEqual(['one two three'])
    expect(cut('one\r\ntwo\u202e', 20)).toBe('one two\\u202e')
    expect(cut('\u202e'.repeat(9), 12)).toHaveLength(12)
  })
})
