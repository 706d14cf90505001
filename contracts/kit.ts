/** What every contract is written with: ids, instants, and operations. */
import { z } from 'zod'
import type { Permission } from './permissions.ts'

/** UUIDv7 with a name on it, so that a call's id cannot slip in where a case's belongs. */
export const idOf = <K extends string>(_kind: K) => z.uuid().brand<K>()
/** RFC 3339 with any offset: PostgreSQL writes `+00:00` where JavaScript writes `Z`. */
export const Instant = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
/** A name or sentence that people read: both languages are always there. */
export const Bilingual = z.object({ tr: z.string().trim().min(1).max(2000), en: z.string().trim().min(1).max(2000) })
export type Bilingual = z.infer<typeof Bilingual>
export const Language = z.enum(['tr', 'en'])
export type Language = z.infer<typeof Language>
/** Words a person typed: trimmed, never empty, never endless. */
export const words = (max: number) => z.string().trim().min(1).max(max)
/** E.164, or a short or special number of the country (153, 4441234). */
export const Phone = z.string().regex(/^(\+[1-9]\d{6,14}|\d{3,7})$/)
export const Latitude = z.number().min(-90).max(90)
export const Longitude = z.number().min(-180).max(180)
/** A switch of an address: `?late=true`. */
export const Flag = z.enum(['true', 'false']).transform((v) => v === 'true')
/** An opaque mark of where the next page begins. */
export const Cursor = z.string().max(300)
/** One id, several, or none, as an address carries them (`?a=x&a=y`). */
export const many = <T extends z.ZodType>(one: T) =>
  z.union([z.array(one), one.transform((v) => [v])]).optional() as unknown as z.ZodType<z.infer<T>[] | undefined>

export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:names`; the desk serves it under `/api`, the citizens' listener under `/public`. */
  path: string
  /** The permission asked for; `signed-in` for any member of staff; `public` for the citizens' side and the sign-in. */
  may: Permission | 'signed-in' | 'public'
  /** Which listener answers. Nothing of the desk answers on the citizens' one. */
  door?: 'desk' | 'citizens'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** The raw bytes of a file, at most so many; the handler gets them as `file`. */
  upload?: { maxBytes: number }
  /** A schema, or `file` for bytes. */
  returns: z.ZodType | 'file'
  /** Refusal codes this operation can answer with. */
  refuses?: readonly string[]
  /** Runs outside a transaction because it must speak to another system; opens its own for what it writes. */
  outside?: true
  /** What the audit keeps: `change` for whatever writes (the default of all but GET), `personal` for reading about a person, `none`. */
  audit?: 'change' | 'personal' | 'none'
  summary: string
}
export const operation = <const O extends Operation>(o: O) => o
export const Done = z.object({ done: z.literal(true) })
export const done = { done: true } as const
