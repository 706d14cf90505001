import { expect, test } from 'vitest'
import { holidays } from './holidays.ts'

const on = (day: string) => holidays.find((holiday) => holiday.day === day)
const datesOf = (name: string) => holidays.filter((holiday) => holiday.name.tr.includes(name)).map((holiday) => holiday.day)

test('each day stands once, in order', () => {
  const dates = holidays.map((holiday) => holiday.day)
  expect(dates).toEqual([...new Set(dates)].sort())
})

test('the feasts of 2026 and 2027 are those Diyanet published, eve included', () => {
  expect(datesOf('Ramazan').slice(0, 8)).toEqual([
    '2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11',
  ])
  expect(datesOf('Kurban').slice(0, 10)).toEqual([
    '2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30',
    '2027-05-15', '2027-05-16', '2027-05-17', '2027-05-18', '2027-05-19',
  ])
})

// An independent source: the runtime's own lunar calendar. In these five years the two agree; a slip of a day would not.
test.each([
  ['Ramazan Bayramı 1. gün', '10/1'],
  ['Kurban Bayramı 1. gün', '12/10'],
])('%s falls on the lunar day it is named for', (name, day) => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
  const firsts = datesOf(name)
  expect(firsts).toHaveLength(5)
  for (const first of firsts) expect(lunar.format(new Date(first)), first).toMatch(new RegExp(`^${day}\\b`))
})

test('work ends at 13:00 on the eves of the feasts and on 28 October, and nowhere else', () => {
  const half = holidays.filter((holiday) => holiday.from !== null)
  expect(new Set(half.map((holiday) => holiday.from))).toEqual(new Set(['13:00']))
  expect(half.filter((holiday) => holiday.day.endsWith('10-28'))).toHaveLength(5)
  expect(half.filter((holiday) => holiday.name.tr.includes('arifesi'))).toHaveLength(14)
  expect(half).toHaveLength(14)
})

test('a holiday that ends on a Friday takes the Saturday after it along', () => {
  expect(on('2026-05-02')).toEqual({ day: '2026-05-02', from: null, name: { tr: 'Emek ve Dayanışma Günü, izleyen cumartesi', en: 'Labour and Solidarity Day, the Saturday after' } })
  // Within a feast, and after the half day of a Friday that goes on, the Saturday is a holiday of its own.
  expect(on('2026-03-21')?.name.tr).toBe('Ramazan Bayramı 2. gün')
  const fridays = holidays.filter(({ day, from }) => from === null && new Date(`${day}T00:00:00Z`).getUTCDay() === 5)
  for (const { day } of fridays) expect(on(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)), day).toBeDefined()
})

test('where two holidays meet, the whole day wins and both names stay', () => {
  expect(on('2029-04-23')).toEqual({
    day: '2029-04-23',
    from: null,
    name: {
      tr: 'Ulusal Egemenlik ve Çocuk Bayramı, Kurban Bayramı arifesi',
      en: 'National Sovereignty and Children’s Day, Feast of Sacrifice, eve',
    },
  })
  expect(on('2027-05-19')?.from).toBeNull()
})
