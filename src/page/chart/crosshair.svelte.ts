// The year that the reader points at, shared by all charts over years.
let year = $state<number>()

export const crosshair = {
  get year(): number | undefined {
    return year
  },
  set year(wanted: number | undefined) {
    year = wanted
  },
}
