// Runs in a page: one compute shader on the first adapter there is. Numbers cross as base64.
export interface Shader {
  readonly text: string
  readonly district: string
  readonly params: string
  readonly run: string
  readonly place: string
  readonly columns: string
  /** Numbers that the shader adds up, all households together. */
  readonly sums: number
  readonly households: number
}

// biome-ignore lint/suspicious/noExplicitAny: WebGPU has no types here
type Gpu = any

/** Columns and sums afterwards; a sentence where it cannot be run. Stands alone, since a page gets its text. */
export async function runShader(shader: Shader): Promise<{ columns: string; sums: string } | string> {
  const gpu = (navigator as Gpu).gpu
  const adapter = await gpu?.requestAdapter()
  if (!adapter) return 'there is no WebGPU adapter'
  const device = await adapter.requestDevice()
  device.pushErrorScope('validation')
  const module = device.createShaderModule({ code: shader.text })
  const { messages } = await module.getCompilationInfo()
  const faults = messages.filter((one: Gpu) => one.type === 'error')
  if (faults.length > 0) return faults.map((one: Gpu) => `${one.lineNum}:${one.linePos} ${one.message}`).join('\n')
  const [UNIFORM, STORAGE, COPY_SRC, COPY_DST, MAP_READ] = [64, 128, 4, 8, 1]
  const filled = (bytes: Uint8Array, usage: number) => {
    const size = Math.ceil(bytes.length / 16) * 16
    const buffer = device.createBuffer({ size, usage: usage | (COPY_DST ?? 0) | (COPY_SRC ?? 0) })
    device.queue.writeBuffer(buffer, 0, bytes)
    return buffer
  }
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  const sums = filled(new Uint8Array(4 * shader.sums), STORAGE)
  const columns = filled(bytesOf(shader.columns), STORAGE)
  const buffers = [
    filled(bytesOf(shader.district), STORAGE),
    filled(bytesOf(shader.params), UNIFORM),
    filled(bytesOf(shader.run), UNIFORM),
    filled(bytesOf(shader.place), STORAGE),
    sums,
    columns,
  ]
  const pipeline = device.createComputePipeline({ layout: 'auto', compute: { module, entryPoint: 'main' } })
  const used = [
    ...new Set([...shader.text.matchAll(/@binding\((\d)\) var<[^>]*> (\w+)/g)].map((m) => [Number(m[1]), m[2]])),
  ]
  const body = shader.text.slice(shader.text.indexOf('fn main'))
  const entries = used.flatMap(([binding, name]) =>
    new RegExp(`\\b${name}\\b`).test(body) ? [{ binding, resource: { buffer: buffers[binding as number] } }] : [],
  )
  const group = device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries })
  const encoder = device.createCommandEncoder()
  const pass = encoder.beginComputePass()
  pass.setPipeline(pipeline)
  pass.setBindGroup(0, group)
  pass.dispatchWorkgroups(Math.ceil(shader.households / 64))
  pass.end()
  const read = (from: Gpu) => {
    const to = device.createBuffer({ size: from.size, usage: (MAP_READ ?? 0) | (COPY_DST ?? 0) })
    encoder.copyBufferToBuffer(from, 0, to, 0, from.size)
    return async () => {
      await to.mapAsync(1)
      const letters: string[] = []
      for (const byte of new Uint8Array(to.getMappedRange())) letters.push(String.fromCharCode(byte))
      return btoa(letters.join(''))
    }
  }
  const [columnsOut, sumsOut] = [read(columns), read(sums)]
  device.queue.submit([encoder.finish()])
  const fault = await device.popErrorScope()
  if (fault) return fault.message
  return { columns: await columnsOut(), sums: await sumsOut() }
}
