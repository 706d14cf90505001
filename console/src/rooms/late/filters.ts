/** What of the late list is shown, as the address has it. */
import { DirectorateId } from '../../../../contracts/identity.ts'

export type LateFilters = { show?: 'warned' | undefined; directorateId?: string | undefined }
export const readLate = (s: Record<string, unknown>): LateFilters => ({ ...(s.show === 'warned' && { show: 'warned' }), ...(DirectorateId.safeParse(s.directorateId).success && { directorateId: String(s.directorateId) }) })
