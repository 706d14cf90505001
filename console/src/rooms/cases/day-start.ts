/** The first moment of work-like hours on a civil day there: eight in the morning, when somebody can look at it again. */
import { momentOf } from '../settings/clock.ts'

export const dayStart = (day: string, zone: string): string => momentOf(day, '08:00', zone).toISOString()
