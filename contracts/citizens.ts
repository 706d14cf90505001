import { z } from 'zod'
import { Done, idOf, Language, operation, Phone, words } from './kit.ts'
import { PlaceId } from './places.ts'

export const CitizenId = idOf('citizen')
export type CitizenId = z.infer<typeof CitizenId>
/** How she wants to hear from us. Only calls: she is never written to. */
export const Way = z.enum(['sms', 'mail', 'call'])
export type Way = z.infer<typeof Way>
/** Written as people write it; kept without spaces around it. */
export const Email = z.string().trim().max(200).pipe(z.email())
export const Citizen = z.object({
  id: CitizenId, name: z.string().nullable(), phones: z.array(z.string()), language: Language,
  placeId: PlaceId.nullable(), placeName: z.string().nullable(), street: z.string().nullable(), note: z.string().nullable(),
  email: z.string().nullish(), way: Way.optional(),
  /** The places she is muhtar of now. */
  muhtarOf: z.array(z.object({ id: PlaceId, label: z.string() })),
})
export type Citizen = z.infer<typeof Citizen>

/** Who speaks: known, new, or nobody by name. */
export const Reporter = z.object({
  citizenId: CitizenId.optional(), name: words(120).optional(), phone: Phone.optional(),
  anonymous: z.boolean().default(false),
  /** May we write to her how it goes? Asked, and kept with the time. */
  mayMessage: z.boolean().default(false),
  /** Without `way` the one she chose before holds. */
  email: Email.optional(), way: Way.optional(),
  language: Language.default('tr'),
}).refine((r) => r.anonymous || r.citizenId || r.name || r.phone || r.email, { message: 'reporter_needed', path: ['name'] })
export type Reporter = z.infer<typeof Reporter>

export const citizensApi = {
  findCitizens: operation({
    method: 'GET', path: '/citizens/search', may: 'citizen.read', query: z.object({ q: z.string().min(2).max(80) }),
    returns: z.array(Citizen), audit: 'personal', summary: 'People by folded name or by part of a number; at most 10.',
  }),
  changeCitizen: operation({
    method: 'POST', path: '/citizens/:citizenId', may: 'citizen.write', params: z.object({ citizenId: CitizenId }),
    body: z.object({ name: words(120).nullable(), placeId: PlaceId.nullable(), street: words(120).nullable(), language: Language, note: words(500).nullable(), email: Email.nullable().optional(), way: Way.optional() }),
    returns: Done, refuses: ['citizen.not_found', 'case.unknown_place'], summary: 'Correct what we know of a person.',
  }),
  setMuhtar: operation({
    method: 'POST', path: '/citizens/:citizenId/muhtar', may: 'citizen.write', params: z.object({ citizenId: CitizenId }), body: z.object({ placeIds: z.array(PlaceId).max(50) }),
    /** Whose places changed, as they were before; she first. Set back in this order, all is as it was. */
    returns: z.object({ before: z.array(z.object({ citizenId: CitizenId, name: z.string().nullable(), placeIds: z.array(PlaceId) })) }),
    refuses: ['citizen.not_found', 'case.unknown_place'], summary: 'The places this person is muhtar of, all of them. Each place has one: whoever was, is so until now.',
  }),
}
