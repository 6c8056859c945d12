// The packed model, loaded with the first view that needs it.
import { model } from 'virtual:page-assets'
import { load } from '../load.ts'
import type { PackedModel } from './packed.ts'

export const loadModel = (): Promise<PackedModel> => load<PackedModel>(model)
