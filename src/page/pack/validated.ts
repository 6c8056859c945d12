// What a run of `vraem validate --json` found, cut down to what the page says of it.
import { z } from 'zod'

const schema = z.object({
  draws: z.int(),
  sample: z.int(),
  date: z.string(),
  /** Hash of the model that was run. */
  model: z.string(),
  patterns: z.array(z.object({ id: z.string(), status: z.string(), share: z.number().optional() })),
})
export type Validated = z.infer<typeof schema>

/** Throws where the text is not such a run. */
export const readValidated = (text: string): Validated => schema.parse(JSON.parse(text))
