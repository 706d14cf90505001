import { uuidv7 } from 'uuidv7'
/** A new id, ordered by time of making (RFC 9562, version 7). */
export const newId = <T extends string>(): T => uuidv7() as T
