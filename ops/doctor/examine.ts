/** The whole examination, in the order people read it. */
import type { Clock } from '../../server/platform/clock.ts'
import { certificateFindings } from './certificates.ts'
import { databaseFindings } from './database.ts'
import { areas, type Finding } from './finding.ts'
import { backupFinding, diskFindings, gatewayFindings, limits, type Limits, partFindings, syncFinding } from './machine.ts'
import type { Patient } from './patient.ts'
import { switchFindings } from './switch.ts'

/** @param limit smaller or larger than a machine's, for tests. */
export async function examine(patient: Patient, clock: Clock, limit: Limits = limits): Promise<Finding[]> {
  const now = clock.now()
  const found = await Promise.all([
    partFindings(patient), ...(patient.stopped ? [] : [databaseFindings(patient.env.DATABASE_URL, clock), switchFindings(patient)]), certificateFindings(patient, now), syncFinding(),
    diskFindings(patient, now, limit), gatewayFindings(patient), backupFinding(patient, now),
  ])
  return found.flat().toSorted((a, b) => areas.indexOf(a.area) - areas.indexOf(b.area))
}
