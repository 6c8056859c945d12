// What a rule says about itself, and what it reads, writes and draws; WGSL; what is not used costs nothing.
import { expect, test } from 'vitest'
import { compile, lower, wgsl } from '../../src/language/index.ts'
import { state as demo } from './fixture/demo_state.ts'
import { demoFiles, demoRules, ruleFile, villageFiles, villageRules } from './fixture/files.ts'
import { state as village } from './fixture/village_state.ts'

test('name, doc comment, reads, writes and draws', () => {
  const [harvest] = lower(villageFiles, villageRules, village).rules
  expect(harvest).toMatchObject({
    name: 'harvest',
    about: 'What the harvest brings.',
    file: 'test/language/fixture/village.ts',
  })
  expect([...(harvest?.reads ?? [])].sort()).toEqual([
    'd.price',
    'h.cash',
    'h.gain',
    'h.hope',
    'h.land',
    'h.members',
    'h.months',
    'h.skill',
    'p.eat',
    'p.late',
    'p.learn',
    'p.yieldOf',
  ])
  expect([...(harvest?.writes ?? [])]).toEqual(['h.hope', 'h.gain', 'h.cash'])
  expect([...(harvest?.draws ?? [])]).toEqual(['harvest'])
})

test('flows are not stored, sums are', () => {
  const { stores, sums } = lower(demoFiles, demoRules, demo)
  expect([...stores.keys()]).toEqual(['crop', 'pasture', 'forest', 'wealth', 'debt', 'labour'])
  expect([...sums.keys()]).toEqual(Object.keys(demo.sums))
})

test('columns and parameters that no rule uses cost nothing', () => {
  const more = Object.fromEntries(
    Array.from({ length: 200 }, (_, k) => [`extra${k}`, { unit: '1', about: '', value: 1 }]),
  )
  const large = { ...demo, param: { ...demo.param, ...more }, household: { ...demo.household, ...more } }
  const size = (decl: typeof demo) => compile(demoFiles, { run: demoRules }, decl).bytes.length
  expect(size(large)).toBe(size(demo))
})

test('one draw asked for twice is computed once', () => {
  const nodes = (body: string) => lower(ruleFile(body), ['x'], village).graph.nodes.length
  const once = nodes("h.cash = draw('join') * p.eat * h.members")
  expect(nodes("h.cash = draw('join') * p.eat * h.members\nh.cash = draw('join') * p.eat * h.members")).toBe(once)
  expect(nodes("h.cash = (draw('join') + draw('harvest')) * p.eat * h.members")).toBeLessThan(once + 8)
})

test('files written by tsc, with .js imports, compile to the same', () => {
  const js = Object.fromEntries(
    Object.entries(ruleFile("  h.cash = max(exp(-h.skill) * d.offer, draw('join') * d.offer)")).map(([path, text]) => [
      path.replace(/\.ts$/, '.js'),
      text
        .replace(/\.ts'/g, ".js'")
        .replace(/: (readonly )?number(\[\])?/g, '')
        .replace(/ as number/g, ''),
    ]),
  )
  const ts = compile(
    ruleFile("  h.cash = max(exp(-h.skill) * d.offer, draw('join') * d.offer)"),
    { run: ['x'] },
    village,
  )
  expect(compile(js, { run: ['x'] }, village).bytes).toEqual(ts.bytes)
})

test('WGSL text', () => {
  const text = wgsl(lower(villageFiles, villageRules, village), village)
  expect(text).toContain('@compute @workgroup_size(64) fn main')
  expect(text).toContain('fn mulhigh(a: u32, b: u32) -> u32')
  expect(text).toContain('struct District { price: f32, trust: f32, offer: f32 }')
  expect(text).toContain('let new_cash = ')
  expect(text).not.toContain('undefined')
  expect(text.match(/\(/g)?.length).toBe(text.match(/\)/g)?.length)
  for (const name of text.matchAll(/\bv\d+\b/g)) expect(text).toContain(`let ${name[0]} = `)
})
