/** Packs the laboratory beside the code of a page. Needs the emitted TypeScript. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A plugin of Vite: the files go to assets/, their names into `import.meta.packed`, in workers too. root: of the checkout. */
export async function packedLaboratory(root) {
  const emitted = (path) => import(pathToFileURL(join(root, 'dist', 'src', path)).href)
  const { openLaboratory } = await emitted('host/laboratory.js')
  const { packedFiles } = await emitted('host/packed.js')
  const { credentialsOf } = await emitted('host/credentials.js')
  const { shippedDraws } = await emitted('cli/draws.js')
  const { priorDraws } = await emitted('lab/draws.js')
  const lab = await openLaboratory({}, root)
  const draws = shippedDraws(lab) ?? priorDraws(1, 1000)
  const files = packedFiles(lab, draws, await credentialsOf(lab, draws))
  const names = Object.fromEntries(files.map(({ key, name }) => [key, name]))
  return {
    name: 'packed-laboratory',
    config: () => ({ define: { 'import.meta.packed': JSON.stringify(names) } }),
    generateBundle() {
      for (const { name, bytes } of files) this.emitFile({ type: 'asset', fileName: `assets/${name}`, source: bytes })
    },
  }
}
