/** The state of the checkout in git: what a look at the hold-out rests on must stand in a commit. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { InputError, type Problem } from '../evidence/problem.ts'

const run = promisify(execFile)

/** Differences from the commit that are named in a message. */
const SHOWN = 3

/**
 * The commit of the checkout, in which these files stand as they are. Throws InputError where there is no git, where one of them is in no
 * commit, or where anything but `except` differs from the commit.
 */
export async function committed(root: string, files: readonly string[], except: readonly string[]): Promise<string> {
  const git = (...words: string[]) =>
    run('git', ['-C', root, ...words], { maxBuffer: 1 << 24 }).then(({ stdout }) => stdout)
  const commit = await git('rev-parse', 'HEAD').catch(() => undefined)
  if (commit === undefined)
    throw new InputError([
      {
        code: 'no-commit',
        file: root,
        what: 'git names no commit here',
        expected: 'a checkout with git, so that the look can say what it looked with',
        todo: 'work in a clone of the repository',
      },
    ])
  const known = new Set((await git('ls-tree', '-r', '--name-only', 'HEAD')).split('\n'))
  const problems: Problem[] = files
    .filter((file) => !known.has(file))
    .map((file) => ({
      code: 'not-committed',
      file,
      what: 'it stands in no commit',
      expected: 'everything that is scored in a commit before the look',
      todo: `git add ${file}, and commit`,
    }))
  const differing = (await git('status', '--porcelain', '--untracked-files=all'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(3).replaceAll('"', ''))
    .filter((file) => !except.includes(file) && !files.some((own) => own === file && !known.has(own)))
  if (differing.length > 0)
    problems.push({
      code: 'not-committed',
      file: differing.slice(0, SHOWN).join(', '),
      what: `${differing.length} file${differing.length === 1 ? '' : 's'} differ from the commit`,
      expected: 'a checkout as it was committed: discrepancies, weights, posterior and hindcasts before the look',
      todo: 'commit them, or put them away',
    })
  if (problems.length > 0) throw new InputError(problems)
  return commit.trim()
}
