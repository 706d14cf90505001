import { describe, expect, test } from 'vitest'
import type { DateForm } from '../../../contracts/imports.ts'
import { Columns } from './columns.ts'
import { readMoment } from './dates.ts'

const zone = 'Europe/Istanbul'
const at = (text: string, form: DateForm) => readMoment(text, form, zone)?.toISOString()

describe('moments in any usual form', () => {
  test.each<[DateForm, string, string]>([
    ['iso', '2017-12-31T23:59:58', '2017-12-31T20:59:58.000Z'], ['iso', '2019-04-03 08:05', '2019-04-03T05:05:00.000Z'], ['iso', '2019-04-03', '2019-04-02T21:00:00.000Z'],
    ['iso', '2019-04-03T08:05:00.250Z', '2019-04-03T08:05:00.250Z'], ['iso', '2019-04-03T08:05:00+02:00', '2019-04-03T06:05:00.000Z'], ['iso', '2019/04/03 08:05:07', '2019-04-03T05:05:07.000Z'], ['iso', '20190403', '2019-04-02T21:00:00.000Z'],
    ['dmy', '3.4.2019', '2019-04-02T21:00:00.000Z'], ['dmy', '03.04.2019 8:05', '2019-04-03T05:05:00.000Z'], ['dmy', '03/04/2019 08:05:09', '2019-04-03T05:05:09.000Z'], ['dmy', '23-11-19 14:05', '2019-11-23T11:05:00.000Z'],
    ['dmy', '23.11.2019 02:05 ÖS', '2019-11-23T11:05:00.000Z'],
    ['mdy', '12/31/2017 11:59:58 PM', '2017-12-31T20:59:58.000Z'], ['mdy', '1/1/20 0:05', '2019-12-31T21:05:00.000Z'], ['mdy', '01/05/2018 12:00:00 AM', '2018-01-04T21:00:00.000Z'],
    ['named', '23 Kasım 2019 14:05', '2019-11-23T11:05:00.000Z'], ['named', '3 ŞUBAT 2019 Pazar 14:05', '2019-02-03T11:05:00.000Z'], ['named', '23-Nov-19', '2019-11-22T21:00:00.000Z'], ['named', 'Nov 23, 2019 2:05 PM', '2019-11-23T11:05:00.000Z'],
    ['excel', '43792.586805556', '2019-11-23T11:05:00.000Z'], ['excel', '43792', '2019-11-22T21:00:00.000Z'], ['epoch', '1574507100', '2019-11-23T11:05:00.000Z'], ['epoch', '1574507100000', '2019-11-23T11:05:00.000Z'],
  ])('%s: %s', (form, text, expected) => { expect(at(text, form)).toBe(expected) })
  test.each<[DateForm, string]>([['dmy', '31.02.2019'], ['dmy', '12/31/2017'], ['mdy', '31/12/2017'], ['mdy', '3.4.2019'], ['iso', '2019-13-01'], ['dmy', '03.04.2019 25:00'], ['mdy', '1/1/20 13:05 PM'], ['named', '3 Foo 2019'], ['excel', '532'], ['dmy', 'dün']])(
    '%s does not take %s', (form, text) => { expect(at(text, form)).toBeUndefined() })
  test('the wall clock is the town’s, through summer time', () => {
    expect(readMoment('15.07.2015 12:00', 'dmy', zone)?.toISOString()).toBe('2015-07-15T09:00:00.000Z')
    expect(readMoment('15.01.2015 12:00', 'dmy', zone)?.toISOString()).toBe('2015-01-15T10:00:00.000Z')
  })
})

describe('which form a column has', () => {
  const forms = (...values: string[]) => {
    const columns = new Columns(['tarih'])
    for (const value of values) columns.see([value])
    return columns.columns()[0]!.dates
  }
  test('day and month that cannot be told apart are both offered, never one of them guessed', () => { expect(forms('03/04/2019', '05/06/2019 10:00').sort()).toEqual(['dmy', 'mdy']) })
  test('of two that fit, the one that another column proves stands first, and both stand', () => {
    const columns = new Columns(['açılış', 'kapanış'])
    for (const cells of [['01/03/2018', '01/23/2018'], ['01/05/2018', '02/04/2018']]) columns.see(cells)
    expect(columns.columns().map((c) => c.dates)).toEqual([['mdy', 'dmy'], ['mdy']])
  })
  test('one day above twelve settles it', () => {
    expect(forms('03/04/2019', '23/06/2019')).toEqual(['dmy'])
    expect(forms('03/04/2019', '06/23/2019')).toEqual(['mdy'])
  })
  test('points are never month first', () => { expect(forms('03.04.2019', '05.06.2019')).toEqual(['dmy']) })
  test('a few spoilt cells do not hide it; words are no dates', () => {
    expect(forms('03.04.2019', '04.04.2019', '05.04.2019', '06.04.2019', 'bilinmiyor')).toEqual(['dmy'])
    expect(forms('çukur', 'su', '03.04.2019')).toEqual([])
  })
})
