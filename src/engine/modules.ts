// WebAssembly modules of one piece of code: the same instructions, with the column addresses of one layout filled in.
import { filled } from '../language/index.ts'
import type { Layout } from './layout.ts'
import type { Code } from './machine.ts'

/** The module for memories of this layout; made once, because an engine compiles each module anew. */
export type ModuleFor = (layout: Layout) => WebAssembly.Module

export function modulesOf({ bytes, gaps, columns }: Pick<Code, 'bytes' | 'gaps' | 'columns'>): ModuleFor {
  const made = new Map<string, WebAssembly.Module>()
  return (layout) => {
    const places = new Map(layout.columns.map(({ name, at }) => [name, at]))
    const addresses = gaps.length > 0 ? columns.map((name) => places.get(name) ?? 0) : []
    const key = addresses.join()
    const module = made.get(key) ?? new WebAssembly.Module(filled(bytes, gaps, (column) => addresses[column] as number))
    made.set(key, module)
    return module
  }
}
