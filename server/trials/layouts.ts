/** Layouts of files that the trials know, and what their words mean in the demonstration municipality. */
import type { ImportMapping } from '../../contracts/imports.ts'

export type Layout = {
  folder: string; files: RegExp; zone: string; centre: { lat: number; lon: number }
  /** How it writes its moments: the first days of a year can be read both ways. */
  dates: ImportMapping['dates']
  /** Civil times that every row lies between. */
  window: readonly [string, string]
  columns(names: readonly string[]): ImportMapping['columns']
  /** A moment of the file as `2017-12-31 23:59`, read without the importer. */
  clock(text: string): string
  /** Words of the file, and the slugs of topics here. */
  topics: Readonly<Record<string, string>>
  fallback: string
}

const byName = (names: readonly string[], wanted: Readonly<Record<string, string>>): ImportMapping['columns'] => {
  const lower = names.map((name) => name.toLowerCase())
  return Object.fromEntries(Object.entries(wanted).flatMap(([field, name]) => (lower.includes(name) ? [[field, lower.indexOf(name)]] : [])))
}

export const layouts: readonly Layout[] = [
  {
    folder: 'la311', files: /^requests-.*\.csv\.gz$/, zone: 'America/Los_Angeles', centre: { lat: 34.05, lon: -118.25 }, dates: { openedAt: 'mdy', closedAt: 'mdy' }, window: ['2017-12-01 00:00', '2020-01-31 23:59'],
    columns: (names) => byName(names, {
      number: 'srnumber', openedAt: 'createddate', closedAt: 'closeddate', status: 'status', topic: 'requesttype', place: 'ncname', address: 'address', lat: 'latitude', lon: 'longitude',
      location: 'location', channel: 'requestsource', directorate: 'owner',
    }),
    clock(text) {
      const [, month, day, year, hour, minute, half] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)(?::\d+)?(?: ([AP])M)?$/.exec(text)!
      const h = half ? (Number(hour) % 12) + (half === 'P' ? 12 : 0) : Number(hour)
      const two = (n: string | number) => String(n).padStart(2, '0')
      return `${year!.length === 2 ? `20${year}` : year}-${two(month!)}-${two(day!)} ${two(h)}:${minute}`
    },
    topics: { 'Bulky Items': 'eski-esya', 'Metal/Household Appliances': 'eski-esya', 'Dead Animal Removal': 'olu-hayvan', 'Homeless Encampment': 'evsiz' },
    fallback: 'cop-alinmadi',
  },
]
