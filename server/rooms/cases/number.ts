/** Case numbers as people read them aloud: the civil year of the municipality, and six digits or more. Pure. */
import { civil } from '../calendars/index.ts'

/** The civil year at a moment, in the municipality's zone: at New Year it is not the year of UTC. */
export const yearIn = (zone: string, at: Date): number => Number(civil(at, zone).day.slice(0, 4))

/** `2026-004217`. */
export const caseNumber = (year: number, n: number): string => `${year}-${String(n).padStart(6, '0')}`
