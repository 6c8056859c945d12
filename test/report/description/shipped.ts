// The shipped model, its texts and its data, as the tests of the description take them.
import { openLaboratory } from '../../../src/host/laboratory.ts'
import type { Described } from '../../../src/report/description/description.ts'
import { model } from '../../../src/system/model.ts'

export const laboratory = await openLaboratory()
export const shipped: Described = { model, texts: laboratory.sources.model, pack: laboratory.pack }
