/**
 * Public holidays by law 2429, 2026 to 2030. Decrees often add days: those are typed in the console.
 * Diyanet's calendar is the authority for the two feasts. Its published days are used here
 * (https://vakithesaplama.diyanet.gov.tr/dini_gunler.php); check the later years against it again.
 */
import type { Bilingual, Holiday } from './types.ts'

const years = [2026, 2027, 2028, 2029, 2030]

const fixed: readonly { date: string; name: Bilingual; from: string | null }[] = [
  { date: '01-01', from: null, name: { tr: 'Yılbaşı', en: 'New Year’s Day' } },
  {
    date: '04-23', from: null,
    name: { tr: 'Ulusal Egemenlik ve Çocuk Bayramı', en: 'National Sovereignty and Children’s Day' },
  },
  { date: '05-01', from: null, name: { tr: 'Emek ve Dayanışma Günü', en: 'Labour and Solidarity Day' } },
  {
    date: '05-19', from: null,
    name: { tr: 'Atatürk’ü Anma, Gençlik ve Spor Bayramı', en: 'Commemoration of Atatürk, Youth and Sports Day' },
  },
  { date: '07-15', from: null, name: { tr: 'Demokrasi ve Millî Birlik Günü', en: 'Democracy and National Unity Day' } },
  { date: '08-30', from: null, name: { tr: 'Zafer Bayramı', en: 'Victory Day' } },
  { date: '10-28', from: '13:00', name: { tr: 'Cumhuriyet Bayramı arifesi', en: 'Republic Day, eve' } },
  { date: '10-29', from: null, name: { tr: 'Cumhuriyet Bayramı', en: 'Republic Day' } },
]

const ramazan = { name: { tr: 'Ramazan Bayramı', en: 'Ramazan Feast' }, days: 3 }
const kurban = { name: { tr: 'Kurban Bayramı', en: 'Feast of Sacrifice' }, days: 4 }

/** First days. */
const feasts: readonly { first: string; feast: typeof ramazan }[] = [
  { first: '2026-03-20', feast: ramazan }, { first: '2026-05-27', feast: kurban },
  { first: '2027-03-09', feast: ramazan }, { first: '2027-05-16', feast: kurban },
  { first: '2028-02-26', feast: ramazan }, { first: '2028-05-05', feast: kurban },
  { first: '2029-02-14', feast: ramazan }, { first: '2029-04-24', feast: kurban },
  { first: '2030-02-04', feast: ramazan }, { first: '2030-04-13', feast: kurban },
]

function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}

function daysOf({ first, feast: { name, days } }: (typeof feasts)[number]): Holiday[] {
  const eve = { day: daysAfter(first, -1), from: '13:00', name: { tr: `${name.tr} arifesi`, en: `${name.en}, eve` } }
  const whole = Array.from({ length: days }, (_, i) => ({
    day: daysAfter(first, i), from: null,
    name: { tr: `${name.tr} ${i + 1}. gün`, en: `${name.en}, day ${i + 1}` },
  }))
  return [eve, ...whole]
}

/** Two holidays may fall on one day: the whole day wins over the half, and both names stay. */
function merged(all: readonly Holiday[]): Holiday[] {
  const byDay = new Map<string, Holiday>()
  for (const holiday of all) {
    const other = byDay.get(holiday.day)
    byDay.set(holiday.day, !other ? holiday : {
      day: holiday.day,
      from: other.from && holiday.from,
      name: { tr: `${other.name.tr}, ${holiday.name.tr}`, en: `${other.name.en}, ${holiday.name.en}` },
    })
  }
  return [...byDay.values()].sort((a, b) => a.day.localeCompare(b.day))
}

/** Law 2429: of a holiday that ends on a Friday evening the Saturday after it is free too. It matters to those who work on one. */
function withSaturdays(all: readonly Holiday[]): Holiday[] {
  const known = new Set(all.map((holiday) => holiday.day))
  const saturdays = all.flatMap(({ day, from, name }): Holiday[] => {
    const next = daysAfter(day, 1)
    const friday = new Date(`${day}T00:00:00Z`).getUTCDay() === 5
    return friday && from === null && !known.has(next) ? [{ day: next, from: null, name: { tr: `${name.tr}, izleyen cumartesi`, en: `${name.en}, the Saturday after` } }] : []
  })
  return [...all, ...saturdays].sort((a, b) => a.day.localeCompare(b.day))
}

export const holidays: readonly Holiday[] = withSaturdays(merged([
  ...years.flatMap((year) => fixed.map(({ date, from, name }) => ({ day: `${year}-${date}`, from, name }))),
  ...feasts.flatMap(daysOf),
]))
