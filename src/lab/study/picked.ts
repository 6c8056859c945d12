// Some packages of a study, in an order of one's own.
import { type Study, type StudyPolicy, valuesOf } from './table.ts'

/** The study with the packages at these places; the first becomes the reference. */
export function picked(study: Study, places: readonly number[]): Study {
  const { futures, policies, outcomes } = study
  if (places.length === policies.length && places.every((k, at) => k === at)) return study
  return {
    ...study,
    policies: places.map((k) => policies[k] as StudyPolicy),
    outcomes: outcomes.map((outcome) => {
      const values = new Float64Array(places.length * futures)
      places.forEach((k, at) => {
        values.set(valuesOf(study, outcome, k), at * futures)
      })
      return { ...outcome, values }
    }),
  }
}
