/** Which proposal stands on the right, in the address. */
export type ApprovalsSearch = { id?: string }
export const readApprovals = (s: Record<string, unknown>): ApprovalsSearch => (typeof s.id === 'string' && /^[0-9a-f-]{36}$/i.test(s.id) ? { id: s.id } : {})
