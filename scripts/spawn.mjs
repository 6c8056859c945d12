/** Child processes for the scripts: stdout kept clean, Ctrl-C passed on, exit codes as shells give them. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a program with its stdout on our stderr; gives its exit code. A signal ends the child and then this process. */
export function spawnQuietly(command, args, cwd) {
  return spawnWith(command, args, { cwd, stdio: ['ignore', 2, 2] })
}

/** Runs a program with our own stdout and stderr; gives its exit code. */
export function spawnOpenly(command, args, cwd) {
  return spawnWith(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
}

function spawnWith(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, shell: command.endsWith('.cmd') })
    let stopped
    const stop = (signal) => {
      stopped = signal
      child.kill(signal)
    }
    for (const signal of SIGNALS) process.on(signal, stop)
    const settle = (act) => {
      for (const signal of SIGNALS) process.removeListener(signal, stop)
      if (stopped) process.exit(128 + constants.signals[stopped])
      act()
    }
    child.on('error', (error) => settle(() => reject(error)))
    child.on('close', (code, signal) => settle(() => resolve(code ?? 128 + constants.signals[signal])))
  })
}

/** How to call npm here: its own script with this Node where it can be found, the command otherwise. */
export function npmCommand(args) {
  const beside = dirname(process.execPath)
  const candidates = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const script = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
  if (script) return { command: process.execPath, args: [script, ...args] }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args }
}
