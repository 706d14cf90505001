/** What of the silences is shown, as the address has it. */
import { DirectorateId } from '../../../../contracts/identity.ts'
import { Owes, type silenceApi } from '../../../../contracts/silence.ts'
import type { Given } from '../../client.ts'

export type SilenceFilters = { view?: 'over' | 'all' | undefined; owes?: Owes | undefined; directorateId?: string | undefined }
export const readSilence = (s: Record<string, unknown>): SilenceFilters => ({
  ...((s.view === 'over' || s.view === 'all') && { view: s.view }), ...(Owes.safeParse(s.owes).success && { owes: Owes.parse(s.owes) }),
  ...(DirectorateId.safeParse(s.directorateId).success && { directorateId: String(s.directorateId) }),
})
export const which = ({ view, owes, directorateId }: SilenceFilters): Omit<Given<typeof silenceApi.silences>, 'after'> => ({
  ...(view === 'over' && { over: 'true' as const }), ...(view === 'all' && { all: 'true' as const }), ...(owes && { owes }), ...(directorateId && { directorateId }),
})
