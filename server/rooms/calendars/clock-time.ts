/** Minutes of a day as `13:00`, and back; `24:00` ends a day. */
export const clockTime = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** @throws Error for what is no time of a day. */
export function minuteOf(text: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  if (!(minute <= 1440)) throw new Error(`${text}: no time of a day`)
  return minute
}
