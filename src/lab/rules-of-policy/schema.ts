// The shape of rules of policy in a scenario file.
import { z } from 'zod'
import { readables } from './readable.ts'

/** `acts`: what may stand under `then`; `month`: how a month is written. */
export const rulesSchema = (acts: z.ZodType, month: z.ZodType) =>
  z
    .array(
      z.strictObject({
        when: z
          .strictObject({
            outcome: z
              .enum(Object.keys(readables) as [string, ...string[]])
              .describe('A published figure of the valley / Una cifra publicada del valle'),
            below: z.number().min(0).optional().describe('Threshold, in the unit of the outcome'),
            above: z.number().min(0).optional().describe('Threshold, in the unit of the outcome'),
            unit: z.string().optional().describe('Unit of the threshold, if you want it checked'),
            for_months: z.int().min(1).max(120).optional().describe('Months in a row; 1 when absent'),
            delay_months: z.int().min(1).max(60).optional().describe('Months until a figure is known'),
          })
          .describe('When the rule acts'),
        // biome-ignore lint/suspicious/noThenProperty: the word of the file; only data, never awaited
        then: acts,
        start: month.optional().describe('First month in which it may act; the first of the span when absent'),
        lasts_months: z
          .int()
          .min(1)
          .max(432)
          .optional()
          .describe('Months it stays in force, counted anew while the trigger holds; for good when absent'),
      }),
    )
    .max(12)
    .describe('Rules that look at published figures; they take the place of inherited ones')
