/** When an SMS may wake somebody. Pure. */

/** Minutes of the civil day; `from` after `to` spans midnight; equal: never quiet. */
export type Quiet = { from: number; to: number }
export const isQuiet = (minute: number, { from, to }: Quiet): boolean =>
  from === to ? false : from < to ? minute >= from && minute < to : minute >= from || minute < to
