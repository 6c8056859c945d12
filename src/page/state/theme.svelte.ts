// Light, dark, or as the system has it.
import { recall, remember } from './remembered.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

let current = $state<Theme>(THEMES.find((one) => one === recall('theme')) ?? 'system')

export const theme = {
  get now(): Theme {
    return current
  },
  set now(wanted: Theme) {
    current = wanted
    remember('theme', wanted)
  },
}
