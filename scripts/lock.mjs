/** A lock between processes: a file created exclusively, holding the owner's process id. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Runs `work` while no other process holds the lock at `path`; a lock whose owner has died is taken over. */
export async function withLock(path, work) {
  const mine = `${process.pid} ${Date.now()}`
  let waiting = false
  while (!acquire(path, mine)) {
    if (removeIfOwnerDied(path)) continue
    if (!waiting) process.stderr.write('Another command is installing or building; waiting for it …\n')
    waiting = true
    await pause(100)
  }
  const release = () => {
    if (read(path) === mine) rmSync(path, { force: true })
  }
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

function acquire(path, content) {
  try {
    writeFileSync(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function removeIfOwnerDied(path) {
  const content = read(path)
  if (content === undefined) return true
  const owner = Number(content.split(' ')[0])
  // An empty file is a lock whose owner is about to write its id; the next look will tell.
  if (!owner || isAlive(owner)) return false
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return true
  }
  // Between looking and moving, another waiter may have taken over: then what we moved is alive and goes back.
  if (read(aside) !== content) {
    try {
      linkSync(aside, path)
    } catch {}
  }
  rmSync(aside, { force: true })
  return true
}

function isAlive(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
