import { z } from 'zod'
/** A call's id is born in the switch, which answers without us: its linked id, not a UUID. */
export const CallId = z.string().regex(/^[A-Za-z0-9._-]{1,80}$/).brand<'call'>()
export type CallId = z.infer<typeof CallId>
