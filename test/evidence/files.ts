import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../data', import.meta.url))

/** The shipped data package as the checker wants it: texts by their path inside data/. */
export function shippedFiles(): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|json)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    // draws and forecasts are made from the package, they are no part of it
    .filter((path) => !/^(posterior|forecasts)\//.test(path))
    .filter((path) => path.endsWith('.csv') || path === 'datapackage.json')
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

/**
 * The shipped package without some tables (paths, or folders with a stroke at the end) and the keys that lead to them; without
 * links, parameters need none.
 */
export function without(paths: readonly string[]): Record<string, string> {
  const shipped = shippedFiles()
  const descriptor = JSON.parse(shipped['datapackage.json'] ?? '')
  const isGone = (resource: { path: string }) => paths.some((path) => resource.path.startsWith(path))
  const gone = new Set(descriptor.resources.filter(isGone).map(({ name }: { name: string }) => name))
  descriptor.resources = descriptor.resources.filter((resource: { path: string }) => !isGone(resource))
  for (const resource of descriptor.resources) {
    const { schema } = resource
    schema.foreignKeys = (schema.foreignKeys ?? []).filter(
      (key: { reference: { resource: string } }) => !gone.has(key.reference.resource),
    )
    if (gone.has('evidence-links')) delete resource.grounded
  }
  const kept = Object.entries(shipped).filter(([path]) => !isGone({ path }))
  return { ...Object.fromEntries(kept), 'datapackage.json': JSON.stringify(descriptor, null, 2) }
}
