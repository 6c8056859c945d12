import { InputError } from '../../evidence/problem.ts'

/** What `make` gives, or the InputError with which it says that the input does not suffice. Other errors are thrown. */
export function attempt<T>(make: () => T): T | InputError {
  try {
    return make()
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
}
