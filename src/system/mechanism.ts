// What a mechanism of this model is: the engine's mechanism, over this model's state, parameters, levers and world.
import type { Mechanism, Moment, StepMechanism } from '../engine/model.ts'
import type { LeverValues } from './levers.ts'
import type { ParameterValues } from './parameters.ts'
import type { state } from './state.ts'
import type { WorldMonth } from './world.ts'

export type SystemMoment = Moment<typeof state, ParameterValues, LeverValues, WorldMonth>
export type District = SystemMoment['district'][number]
export type SystemMechanism = Mechanism<SystemMoment>
export type SystemStep = StepMechanism<SystemMoment>
