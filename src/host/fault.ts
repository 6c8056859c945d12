/** What the operating system answers, said as a problem that a user can act on. */
import { InputError, type Problem } from '../evidence/problem.ts'

interface Explanation {
  readonly what: string
  readonly expected: string
  readonly todo: string
}

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  EACCES: deniedFor('you may not write or read here'),
  EPERM: deniedFor('the system does not allow it'),
  EROFS: deniedFor('the file system is read-only'),
  ENOENT: {
    what: 'it is not there',
    expected: 'an existing file or folder',
    todo: 'check the spelling, or make the folder first',
  },
  ENOTDIR: {
    what: 'a part of the path is a file, not a folder',
    expected: 'folders all the way',
    todo: 'choose another path',
  },
  EISDIR: { what: 'it is a folder', expected: 'a file', todo: 'name a file' },
  EEXIST: { what: 'something of that name is in the way', expected: 'a free name', todo: 'choose another path' },
  ENOSPC: fullFor('the disk is full'),
  EDQUOT: fullFor('your quota is used up'),
  EFBIG: fullFor('the file is larger than the system allows'),
  EMFILE: { what: 'too many files are open', expected: 'a free file handle', todo: 'close other programs and repeat' },
}

function deniedFor(what: string): Explanation {
  return {
    what,
    expected: 'a place that can be read and written',
    todo: 'choose another folder with --out, or change its rights',
  }
}

function fullFor(what: string): Explanation {
  return { what, expected: 'free space', todo: 'free some space or choose another folder with --out, then repeat' }
}

/** Error code of the operating system ('ENOENT' …), if the error carries one. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** The problem behind an error of the file system; `doing` is 'cannot-write' or 'cannot-read'. */
export function fileProblem(doing: 'cannot-write' | 'cannot-read', file: string, error: unknown): Problem {
  const code = systemCode(error)
  const known = code === undefined ? undefined : EXPLANATIONS[code]
  const verb = doing === 'cannot-write' ? 'cannot be written' : 'cannot be read'
  const reason = known?.what ?? (error instanceof Error ? error.message : String(error))
  return {
    code: doing,
    file,
    what: `${verb}: ${reason}${code === undefined ? '' : ` (${code})`}`,
    expected: known?.expected ?? 'a place that can be read and written',
    todo: known?.todo ?? 'choose another path and repeat',
  }
}

/** The same as an error to throw. */
export function fileFault(doing: 'cannot-write' | 'cannot-read', file: string, error: unknown): InputError {
  return error instanceof InputError ? error : new InputError([fileProblem(doing, file, error)])
}
