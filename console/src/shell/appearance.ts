/** Light or dark, and how dense. The computer's own setting unless one was chosen here. */
import { store, stored } from '../stored.ts'

export const themes = ['system', 'light', 'dark'] as const
export const densities = ['compact', 'comfortable', 'touch'] as const
export type Theme = (typeof themes)[number]
export type Density = (typeof densities)[number]

const pick = <V extends string>(among: readonly V[], value: string | null, otherwise: V): V => among.find((a) => a === value) ?? otherwise
export const theme = (): Theme => pick(themes, stored('theme'), 'system')
export const density = (): Density => pick(densities, stored('density'), 'compact')

export function applyAppearance(): void {
  const root = document.documentElement
  if (theme() === 'system') delete root.dataset.theme
  else root.dataset.theme = theme()
  if (stored('density')) root.dataset.density = density()
  else delete root.dataset.density
}
export function setTheme(value: Theme): void { store('theme', value === 'system' ? null : value); applyAppearance() }
export function setDensity(value: Density): void { store('density', value); applyAppearance() }
