import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import writeWorkbook from 'write-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CasePage, Inbox } from '../../../contracts/cases.ts'
import { type ImportId, mostFileBytes } from '../../../contracts/imports.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { administrator, officerOf, operator, supervisor } from '../../testing.ts'
import { makeCases } from '../cases/index.ts'
import { opened } from '../cases/testing.ts'
import { unpackedBytes } from './excel.ts'
import { cancelImport, discardImport, importPage, importValues, newImport, readFile, resumeImport, sendPart, takeBackImport } from './imports.ts'
import { problemsFile, problemsTable } from './problems.ts'
import { previewImport, workOff } from './run.ts'
import { aHouse, type ImportHouse, oldFile } from './testing.ts'

let house: ImportHouse
beforeAll(async () => { house = await aHouse() })
afterAll(async () => { await house[Symbol.asyncDispose]() })
const refusal = (work: Promise<unknown>) => work.then(() => 'done', (e: unknown) => (e instanceof Refusal ? e.code : Promise.reject(e)))
const head = 'No;Tarih;Konu;Açıklama\n'
const problemsOf = (id: ImportId) => house.desk.look<{ row: number; code: string; kind: string }>('select row, code, kind from imports.problem where import_id = $1 order by row, no', [id])
/** Cases as the desk's own operations show them. */
const operation = (name: string) => makeCases({ put: async () => {}, get: async () => undefined }).operations!.find((o) => o.name === name)!.handler
const pageOfCase = (caseId: string, by: Actor) => house.desk.as(by, (tx) => operation('casePage')(tx, { caseId }, by, {} as never)) as Promise<CasePage>
const inboxOf = (q: string) => house.desk.as(supervisor, (tx) => operation('inbox')(tx, { view: 'all', sort: 'newest', q }, supervisor, {} as never)) as Promise<Inbox>
const addNoteFor = (caseId: string) => house.desk.do((tx) => operation('addNote')(tx, { caseId, id: newId(), words: 'bakıldı', mentions: [] }, operator, {} as never))
const inFolder = () => readdirSync(house.folder).length

describe('the file comes in', () => {
  test('two gigabytes are refused before a byte of them is sent, and none is kept', async () => {
    const announce = (bytes: number) => refusal(house.desk.as(supervisor, (tx) => newImport(tx, house.files, { id: newId<ImportId>(), name: 'büyük.csv', bytes })))
    expect(await announce(2 * 1024 ** 3)).toBe('import.too_large')
    expect(await announce(mostFileBytes + 1)).toBe('import.too_large')
    expect(await announce(0)).toBe('import.empty')
    expect(inFolder()).toBe(0)
  })
  test('no more comes than was announced, no hole is left, and a part sent twice is one part', async () => {
    const importId = newId<ImportId>()
    await house.desk.as(supervisor, (tx) => newImport(tx, house.files, { id: importId, name: 'a.csv', bytes: 10 }))
    const send = (at: number, text: string) => house.desk.as(supervisor, (tx) => sendPart(tx, house.files, { importId, at, file: Buffer.from(text) }))
    expect(await refusal(send(5, 'abc'))).toBe('import.wrong_part')
    expect(await refusal(send(0, 'no;tarih\n1;2\n'))).toBe('import.wrong_part')
    expect(await send(0, 'no;ta')).toEqual({ received: 5 })
    expect(await send(0, 'no;ta')).toEqual({ received: 5 })
    expect(await refusal(readFile(house.desk.db, house.files, { importId }, supervisor))).toBe('import.incomplete')
    expect(await send(5, 'rih\n1')).toEqual({ received: 10 })
    expect((await readFile(house.desk.db, house.files, { importId }, supervisor)).file?.columns.map((c) => c.name)).toEqual(['no', 'tarih'])
    await house.desk.as(supervisor, (tx) => discardImport(tx, house.files, { importId }))
    expect(inFolder()).toBe(0)
  })
  test('what is no table is refused in words', async () => {
    expect(await refusal(house.received('%PDF-1.7 …'))).toBe('import.not_a_table')
    expect(await refusal(house.received(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])))).toBe('import.old_excel')
    expect(await refusal(house.received(Buffer.from('PK\x03\x04 no workbook')))).toBe('import.excel_unreadable')
    expect(await refusal(house.received(Array.from({ length: 2001 }, (_, i) => `s${i}`).join(';')))).toBe('import.too_many_columns')
  })
  test('a workbook of a few bytes that says it holds gigabytes is not unpacked', async () => {
    const name = Buffer.from('xl/worksheets/sheet1.xml'), entry = Buffer.alloc(46), end = Buffer.alloc(22), start = Buffer.from('PK\x03\x04')
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(3_000_000_000, 24)
    entry.writeUInt16LE(name.length, 28)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt32LE(entry.length + name.length, 12)
    end.writeUInt32LE(start.length, 16)
    const path = join(house.folder, 'bomb')
    writeFileSync(path, Buffer.concat([start, entry, name, end]))
    expect(await unpackedBytes(path)).toBe(3_000_000_000)
    expect(await refusal(house.received(Buffer.concat([start, entry, name, end])))).toBe('import.excel_unreadable')
    rmSync(path)
  })
  test('an import is the desk’s: nobody else sees that there is one', async () => {
    const page = await house.received(oldFile(1))
    for (const by of [administrator, officerOf(house.town.directorate('roads'))]) expect(await refusal(house.desk.as(by, (tx) => importPage(tx, { importId: page.id })))).toBe('import.not_found')
  })
})

describe('what stands in the file', () => {
  const turkish = 'No;Tarih;Konu\n1;3.4.2019;Çöp, ığdır, ŞİŞLİ\n'
  const code1254: Record<string, number> = { ğ: 0xf0, ı: 0xfd, ş: 0xfe, Ğ: 0xd0, İ: 0xdd, Ş: 0xde }
  test.each([
    ['utf-8', Buffer.from(turkish)], ['utf-8', Buffer.from(`\uFEFF${turkish}`)], ['utf-16le', Buffer.from(`\uFEFF${turkish}`, 'utf16le')], ['utf-16be', Buffer.from(`\uFEFF${turkish}`, 'utf16le').swap16()],
    ['windows-1254', Buffer.from([...turkish].map((c) => code1254[c] ?? c.charCodeAt(0)))],
  ])('Turkish letters in %s are found out', async (encoding, bytes) => {
    const { file } = await house.received(bytes)
    expect({ encoding: file?.encoding, names: file?.columns.map((c) => c.name), sample: file?.columns[2]?.samples[0] }).toEqual({ encoding, names: ['No', 'Tarih', 'Konu'], sample: 'Çöp, ığdır, ŞİŞLİ' })
  })
  test('only a header is no import; an empty cell is no column name, and the same name twice is two columns', async () => {
    const page = await house.received('No;Tarih;Konu;Konu;;Not\n')
    expect(page.file?.columns.map((c) => c.name)).toEqual(['No', 'Tarih', 'Konu', 'Konu (2)', '', 'Not'])
    expect(await refusal(house.start(page, { columns: { openedAt: 1 }, dates: { openedAt: 'dmy' } }))).toBe('import.no_rows')
  })
  test('a thousand columns are read', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `s${i}`), { file } = await house.received(`${names.join(';')}\n${names.map((_, i) => i).join(';')}\n`)
    expect([file?.columns.length, file?.rows]).toEqual([1000, 1])
  })
  test('day and month that cannot be told apart must be said before anything comes in', async () => {
    const page = await house.received(`${head}1;03/04/2019;a;b\n2;05/06/2019;a;b\n`)
    expect(page.guess?.dates).toEqual({})
    expect(await refusal(house.start(page))).toBe('import.date_form_needed')
  })
  test('a sheet of a workbook, with real dates and numbers', async () => {
    const sheet = await writeWorkbook([
      [{ value: 'Başvuru No' }, { value: 'Başvuru Tarihi' }, { value: 'Konu' }, { value: 'Telefon' }],
      [{ value: 17, type: Number }, { value: new Date('2019-04-03T08:05:00Z'), type: Date, format: 'dd.mm.yyyy hh:mm' }, { value: 'Çukur; "derin"\nyol' }, { value: 5320000001, type: Number }],
    ] as never).toBuffer()
    const page = await house.received(sheet, 'eski.xlsx')
    expect(page.file).toMatchObject({ kind: 'xlsx', rows: 1 })
    await house.start(page)
    await workOff(house.desk.db, house.files)
    const [row] = await house.desk.look<{ opened_at: Date; phone: string; words: { topic: string } }>('select c.opened_at, r.phone, p.words from cases.past p join cases.case c on c.id = p.case_id join cases.reporter r on r.case_id = c.id where p.import_id = $1', [page.id])
    expect([row?.opened_at.toISOString(), row?.phone, row?.words.topic]).toEqual(['2019-04-03T05:05:00.000Z', '+905320000001', 'Çukur; "derin" yol'])
  })
  test('values are offered with ours of the same name', async () => {
    const page = await house.received(oldFile(3))
    const values = (field: 'topic' | 'place' | 'status', column: number) => house.desk.as(supervisor, (tx) => importValues(tx, { importId: page.id, field, column })).then((v) => v.values[0])
    expect(await values('topic', 4)).toMatchObject({ value: 'pothole', count: 3, same: house.town.topic('pothole') })
    expect(await values('place', 5)).toMatchObject({ value: 'Saray', same: house.town.place('saray') })
    expect(await values('status', 3)).toMatchObject({ value: 'Kapalı', same: 'closed' })
  })
})

describe('rows become cases', () => {
  test('with their own times, closed, in a series of their own, without a word to anyone', async () => {
    const before = (await house.desk.events()).length
    const page = await house.imported(oldFile(3), { topics: { pothole: house.town.topic('pipe') }, places: { Saray: house.town.place('saray') }, statuses: { Kapalı: 'closed' } })
    expect(page).toMatchObject({ status: 'done', rows: 3, position: 3, cameIn: 3, warned: 0, refused: 0, already: 0, problems: 0 })
    const rows = await house.desk.look<{ id: string; number: string; status: string; opened_at: Date; due_at: Date | null; place: string; topic_id: string }>(
      'select c.* from cases.past p join cases.case c on c.id = p.case_id where p.import_id = $1 order by c.number', [page.id])
    expect(rows.map((r) => [/^E2019-\d{6}$/.test(r.number), r.status, r.due_at, r.place, r.topic_id])).toEqual(Array(3).fill([true, 'closed', null, 'Saray Mahallesi', house.town.topic('pipe')]))
    expect(rows[0]?.opened_at.toISOString()).toBe('2019-03-01T05:05:00.000Z')
    const told = (await house.desk.events()).slice(before)
    expect([told.includes('case.opened'), told.filter((e) => e === 'import.ended').length]).toEqual([false, 1])
    const shown = await pageOfCase(rows[0]!.id, officerOf(house.town.directorate('water')))
    expect(shown.past).toMatchObject({ number: 'ESKI-1', closedAt: '2019-03-31T21:00:00.000Z', words: { topic: 'pothole', status: 'Kapalı', place: 'Saray' } })
    expect(shown.timeline.map((e) => e.what).sort()).toEqual(['closed', 'imported'])
    // The old number finds it.
    expect((await inboxOf('ESKI-1')).rows.map((r) => r.number)).toContain(rows[0]!.number)
    // The live desk's own series goes on as if nothing had been.
    expect((await opened(house.desk, house.town)).number).toMatch(/^2026-000001$/)
    expect(existsSync(house.files.paths(page.id).raw)).toBe(false)
  })
  test('an open one is the directorate’s, and the promise begins now', async () => {
    const page = await house.imported(`${head}ACIK-1;3.4.2019;çukur;derin\n`, { otherwise: 'open' })
    const [row] = await house.desk.look<{ status: string; due_at: Date; dirs: string[] }>('select c.* from cases.past p join cases.case c on c.id = p.case_id where p.import_id = $1', [page.id])
    expect(row?.status).toBe('routed')
    expect(row?.due_at.getTime()).toBeGreaterThan(house.desk.clock.now().getTime())
    expect(row?.dirs).toEqual([house.town.directorate('roads')])
  })
  test('the same file twice, and another file with the same numbers, bring nothing', async () => {
    const first = await house.imported(oldFile(4, 100))
    const again = await house.imported(oldFile(4, 100))
    const wider = await house.imported(oldFile(6, 100))
    expect([first, again, wider].map((p) => [p.cameIn, p.already])).toEqual([[4, 0], [0, 4], [2, 4]])
    expect(again.same.map((s) => s.id)).toEqual([first.id])
  })
  test('the same number twice in one file is one case; without numbers the row itself is its name', async () => {
    const twice = await house.imported(`${head}AYNI-1;3.4.2019;a;b\nAYNI-1;4.4.2019;a;c\n`)
    expect([twice.cameIn, twice.already]).toEqual([1, 1])
    const plain = 'Tarih;Konu;Açıklama\n3.4.2019;a;numarasız\n3.4.2019;a;başka\n3.4.2019;a;numarasız\n'
    expect([await house.imported(plain), await house.imported(plain)].map((p) => [p.cameIn, p.already])).toEqual([[2, 1], [0, 3]])
  })
  test('what is wrong stays out and is told with its row; what is doubtful comes in with a warning', async () => {
    const columns = 'No;Tarih;Kapanış Tarihi;Konu;Konum;Telefon\n'
    const page = await house.imported(`${columns}Y-1;31.02.2019;;a;;\nY-2;3.4.2019;1.4.2019;a;;\nY-3;3.4.2019;;a;"34.05, -118.24";\nY-4;3.4.2019;;a;;5.32E+09\nY-5;3.4.2030;;a;;\n;3.4.2019;;a;;\nY-6;3.4.2019;;a;;;;fazla\nY-7;3.4.2019;;"a" b;;\nY-8;3.4.2019;;a`,
      { columns: { number: 0, openedAt: 1, closedAt: 2, topic: 3, location: 4, phone: 5 }, dates: { openedAt: 'dmy', closedAt: 'dmy' } })
    expect((await problemsOf(page.id)).map((p) => `${p.row} ${p.code} ${p.kind}`)).toEqual([
      '2 opened_unreadable error', '3 closed_before warning', '4 pin_far warning', '5 phone_rounded warning', '6 opened_later error', '7 number_missing error', '8 row_more error', '9 row_quotes error', '10 row_cut error',
    ])
    expect([page.rows, page.cameIn, page.warned, page.refused, page.file?.cut]).toEqual([9, 3, 3, 6, true])
  })
  test('without a topic of ours and without a fallback a row stays out', async () => {
    const page = await house.imported(`${head}K-1;3.4.2019;uçan daire;b\nK-2;3.4.2019;;b\n`, { fallbackTopicId: null })
    expect((await problemsOf(page.id)).map((p) => p.code)).toEqual(['topic_unknown', 'topic_missing'])
  })
  test('a value named like a part of the language is a value', async () => {
    const page = await house.imported(`${head}P-1;3.4.2019;constructor;b\nP-2;3.4.2019;__proto__;b\n`, { fallbackTopicId: null })
    expect((await problemsOf(page.id)).map((p) => p.code)).toEqual(['topic_unknown', 'topic_unknown'])
  })
  test('a reporter known by number and name is linked, an unknown one becomes nobody’s record', async () => {
    await opened(house.desk, house.town, { reporter: { name: 'Fatma Demir', phone: '+905320000099' } })
    const before = await house.desk.look('select 1 from citizens.citizen')
    const page = await house.imported('No;Tarih;Konu;Ad Soyad;Telefon\nB-1;3.4.2019;a;FATMA DEMİR;0532 000 00 99\nB-2;3.4.2019;a;Başkası;0532 000 00 99\nB-3;3.4.2019;a;Yeni Kişi;0532 000 00 98\n')
    const rows = await house.desk.look<{ linked: boolean; phone: string }>('select r.citizen_id is not null as linked, r.phone from cases.past p join cases.reporter r using (case_id) where p.import_id = $1 order by p.number', [page.id])
    expect(rows.map((r) => [r.linked, r.phone])).toEqual([[true, '+905320000099'], [false, '+905320000099'], [false, '+905320000098']])
    expect(await house.desk.look('select 1 from citizens.citizen')).toHaveLength(before.length)
  })
  test('the preview says what will come and writes nothing', async () => {
    const page = await house.received(`${oldFile(30, 300)}HATA;dün;;;;;;;\r\n`)
    const preview = await previewImport(house.desk.db, house.files, { importId: page.id, ...house.mapping(page) }, supervisor)
    expect({ ...preview, rows: preview.rows.length }).toMatchObject({ rows: 20, seen: 31, whole: true, willCome: 30, refused: 1, already: 0 })
    expect(await house.desk.look('select 1 from cases.past where import_id = $1', [page.id])).toEqual([])
  })
})

describe('whatever dies', () => {
  test('killed between two batches it goes on where it was: nothing lost, nothing twice', async () => {
    const page = await house.received(oldFile(1200, 1000))
    await house.start(page)
    let looks = 0
    // The second look at the stop is after the first batch: the process ends there.
    await workOff(house.desk.db, house.files, () => ++looks > 2)
    expect(await house.pageOf(page.id)).toMatchObject({ status: 'running', position: 500, cameIn: 500 })
    await workOff(house.desk.db, house.files)
    expect(await house.pageOf(page.id)).toMatchObject({ status: 'done', position: 1200, cameIn: 1200, already: 0 })
    expect(await house.desk.look('select 1 from cases.past where import_id = $1', [page.id])).toHaveLength(1200)
  })
  test('a worker that is killed in the middle is gone on from by the next', async () => {
    const page = await house.received(oldFile(4000, 10_000))
    await house.start(page)
    const worker = spawn(process.execPath, [join(import.meta.dirname, 'testing-worker.ts'), house.desk.database.appUrl, house.folder], { stdio: 'inherit' })
    const ended = once(worker, 'exit')
    while ((await house.pageOf(page.id)).position === 0) { /* the first batch is not there yet */ }
    worker.kill('SIGKILL')
    await ended
    const { status, position } = await house.pageOf(page.id)
    expect([status, position < 4000]).toEqual(['running', true])
    await workOff(house.desk.db, house.files)
    expect(await house.pageOf(page.id)).toMatchObject({ status: 'done', position: 4000, cameIn: 4000, already: 0 })
    expect(await house.desk.look('select 1 from cases.past where import_id = $1', [page.id])).toHaveLength(4000)
  })
  test('of two processes that take up the same import the one that is behind stands back', async () => {
    const page = await house.received(oldFile(1200, 40_000))
    await house.start(page)
    let looks = 0
    // While this one has read how far it was, another one brings the first batch in.
    const behind = { ...house.files, has: async () => { await workOff(house.desk.db, house.files, () => ++looks > 2); return true } }
    await workOff(house.desk.db, behind)
    expect(await house.pageOf(page.id)).toMatchObject({ status: 'running', position: 500, cameIn: 500, already: 0 })
    await workOff(house.desk.db, house.files)
    expect(await house.pageOf(page.id)).toMatchObject({ status: 'done', position: 1200, cameIn: 1200, already: 0 })
  })
  test('a batch that fails leaves neither cases nor progress nor gaps in the numbers', async () => {
    await house.desk.look(`create function cases.burst() returns trigger language plpgsql as 'begin if new.said like ''%20600%'' then raise exception ''burst''; end if; return new; end'`)
    await house.desk.look('create trigger burst before insert on cases.case for each row execute function cases.burst()')
    const page = await house.received(oldFile(700, 20000))
    await house.start(page)
    await expect(workOff(house.desk.db, house.files)).rejects.toThrow('burst')
    expect(await house.pageOf(page.id)).toMatchObject({ status: 'failed', failure: 'unexpected', position: 500, cameIn: 500 })
    await house.desk.look('drop trigger burst on cases.case')
    await house.desk.as(supervisor, (tx) => resumeImport(tx, house.files, { importId: page.id }))
    await workOff(house.desk.db, house.files)
    expect(await house.pageOf(page.id)).toMatchObject({ status: 'done', cameIn: 700 })
    const [years] = await house.desk.look<{ gaps: number }>(`select (select last from cases.past_number where year = 2019) - count(*)::int as gaps from cases.case where number like 'E2019-%'`)
    expect(years?.gaps).toBe(0)
  })
  test('canceled it stops, and goes on when asked', async () => {
    const page = await house.received(oldFile(600, 3000))
    await house.start(page)
    let looks = 0
    await workOff(house.desk.db, house.files, () => ++looks > 2)
    await house.desk.as(supervisor, (tx) => cancelImport(tx, { importId: page.id }))
    expect(await workOff(house.desk.db, house.files)).toBe(0)
    await house.desk.as(supervisor, (tx) => resumeImport(tx, house.files, { importId: page.id }))
    await workOff(house.desk.db, house.files)
    expect((await house.pageOf(page.id)).cameIn).toBe(600)
  })
})

describe('taken back', () => {
  test('what nobody has touched is gone, what somebody has worked on stays; then the file may come again', async () => {
    const page = await house.imported(oldFile(600, 5000))
    const [touched] = await house.desk.look<{ id: string }>(`select case_id as id from cases.past where import_id = $1 order by case_id offset 550 limit 1`, [page.id])
    await addNoteFor(touched!.id)
    await pageOfCase(touched!.id, operator)
    const others = await house.desk.look('select 1 from cases.case')
    await house.desk.as(supervisor, (tx) => takeBackImport(tx, { importId: page.id }))
    await workOff(house.desk.db, house.files)
    expect(await house.pageOf(page.id)).toMatchObject({ status: 'taken_back', takenBack: 599, kept: 1 })
    expect(await house.desk.look('select case_id from cases.past where import_id = $1', [page.id])).toEqual([{ case_id: touched!.id }])
    expect(await house.desk.look('select 1 from cases.case')).toHaveLength(others.length - 599)
    expect(await house.imported(oldFile(600, 5000))).toMatchObject({ cameIn: 599, already: 1 })
  })
  test('the database itself deletes nothing that did not come by an import, and nothing for who may not see it', async () => {
    const { id } = await opened(house.desk, house.town)
    const attempt = (by: typeof operator, statement: string) => house.desk.as(by, (tx) => sql.raw(statement).execute(tx))
    await expect(attempt(supervisor, `delete from cases.case where id = '${id}'`)).rejects.toThrow(/permission denied/)
    const page = await house.imported(oldFile(1, 9000))
    await attempt(administrator, `select cases.take_back_past('${page.id}', null, 10)`)
    expect(await house.desk.look('select 1 from cases.past where import_id = $1', [page.id])).toHaveLength(1)
  })
})

describe('the list of what is wrong', () => {
  test('formulas and markup of strangers are words in it', () => {
    const table = problemsTable([{ row: 2, column: '=1+1', value: '@SUM(A1)', code: 'topic_unknown', kind: 'error' }, { row: 3, column: 'x', value: '<b>"a";b</b>', code: 'pin_far', kind: 'warning' }], 'tr')
    expect(table.split('\r\n').slice(1, 3)).toEqual([
      `2;Alınmadı;'=1+1;'@SUM(A1);Konu eşlenmemiş ve yedek konu seçilmemiş`, '3;"Alındı, uyarı var";x;"<b>""a"";b</b>";"Koordinat belediyeden çok uzak; haritada işaretlenmedi"',
    ])
  })
  test('it can be had in both languages', async () => {
    const page = await house.imported(`${head}L-1;dün;a;b\nL-2;3.4.2019;a;b\n`, { dates: { openedAt: 'dmy' }, columns: { number: 0, openedAt: 1, topic: 2, said: 3 } })
    const text = async (language: 'tr' | 'en') => (await house.desk.as(supervisor, (tx) => problemsFile(tx, { importId: page.id, language }))).bytes.toString()
    expect(await text('tr')).toBe('\uFEFFSatır;Sonuç;Sütun;Değer;Açıklama\r\n2;Alınmadı;Tarih;dün;Açılış tarihi seçilen biçimde değil\r\n')
    expect(await text('en')).toContain('2;Not taken;Tarih;dün;The opening date is not in the chosen form')
  })
})
