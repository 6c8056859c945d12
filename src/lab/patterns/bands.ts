// What the tests of patterns are made of.
import { z } from 'zod'

export const year = z.int().min(2000).max(2035)
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const band = z.tuple([z.number(), z.number()]).refine(([low, high]) => low <= high, 'a band from low to high')
export const span = z.tuple([year, year]).refine(([from, to]) => from <= to, 'years from first to last')
export const names = z.union([z.string(), z.array(z.string()).min(1)])
