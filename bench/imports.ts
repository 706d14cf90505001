/**
 * Import of past cases: 40,000 rows from the announcement of the file to the last case, as CSV and as a workbook; beside
 * it PostgreSQL's own COPY of the same file into one bare table. `node_modules/.bin/node bench/imports.ts` alone, or as part of all.
 */
import { chmodSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeWorkbook from 'write-excel-file/node'
import { ImportMapping } from '../contracts/imports.ts'
import { topicIds } from '../server/rooms/routing/index.ts'
import { broughtIn, received, type ScratchDesk, scratchServer, supervisor } from '../server/trials/scratch.ts'
import { ratio, round } from './figures.ts'

const head = ['Başvuru No', 'Başvuru Tarihi', 'Kapanış Tarihi', 'Durum', 'Konu', 'Mahalle', 'Adres', 'Açıklama', 'Kanal', 'Ad Soyad', 'Telefon', 'Koordinat']
const said = ['Mahallemizde yol bozuk, araçlar geçerken zarar görüyor', 'Çöp iki gündür alınmadı; koku ve sinek var', 'Sokak lambası yanmıyor, çocuklar korkuyor', 'Kaldırım taşları oynamış, yaşlılar düşüyor']
const two = (n: number) => String(n).padStart(2, '0')
const rowOf = (i: number, series: string): string[] => [
  `${series}-${i}`, `${two(1 + (i % 28))}.${two(1 + (i % 12))}.${2017 + (i % 6)} ${two(8 + (i % 9))}:${two(i % 60)}`, `${two(1 + (i % 28))}.${two(1 + (i % 12))}.2023 17:00`, 'Kapatıldı', ['Yolda çukur', 'Alınmayan çöp', 'Diğer'][i % 3]!,
  ['Saray Mahallesi', 'Kale Mahallesi', 'Aydınlar'][i % 3]!, `${1 + (i % 90)}. Sokak No: ${1 + (i % 40)}`, `${said[i % 4]!} (${i})`, ['Telefon', 'Web'][i % 2]!, 'Ayşe Yıldız', `0532 000 ${two(i % 100)} ${two((i >> 7) % 100)}`, `38.5${two(i % 100)}, 42.2${two(i % 90)}`,
]
const quoted = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export async function importPast(rows = 40_000) {
  await using server = await scratchServer()
  await using desk = await server.desk('bench')
  const text = (series: string) => [head, ...Array.from({ length: rows }, (_, i) => rowOf(i, series))].map((cells) => cells.map(quoted).join(',')).join('\n')
  const csv = join(server.folder, 'eski.csv'), book = join(server.folder, 'eski.xlsx')
  writeFileSync(csv, `${text('CSV')}\n`)
  chmodSync(csv, 0o644)

  const bare = await copied(desk, csv)
  const ours = await measured(desk, csv)
  await writeFile(book, await writeWorkbook([head, ...Array.from({ length: rows }, (_, i) => rowOf(i, 'XLSX'))].map((cells) => cells.map((value) => ({ value }))) as never).toBuffer())
  const excel = await measured(desk, book)
  const figures = { rows, csv: ours, workbook: excel, copy: bare, times: ratio(ours.seconds, bare.seconds), residentMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }
  console.log(`Import of ${rows} past cases: ${ours.seconds} s (of it ${ours.reading} s to read the file); as a workbook ${excel.seconds} s (${excel.reading} s)`)
  console.log(`  PostgreSQL's COPY of the same file into a bare table: ${bare.seconds} s; a whole case costs ${figures.times} times a bare row`)
  console.log(`  most memory of the process: ${figures.residentMegabytes} MB`)
  return figures
}

async function copied({ look }: ScratchDesk, path: string): Promise<{ seconds: number }> {
  await look.query(`create table bare (${head.map((_, i) => `c${i} text`).join(', ')})`)
  const began = performance.now()
  await look.query(`copy bare from '${path}' csv header`)
  return { seconds: round((performance.now() - began) / 100) / 10 }
}

async function measured(desk: ScratchDesk, path: string): Promise<{ seconds: number; reading: number }> {
  const began = performance.now()
  const page = await received(desk, path)
  const read = performance.now()
  const ids = await desk.db.transaction(supervisor, topicIds)
  const done = await broughtIn(desk, page.id, ImportMapping.parse({ ...page.guess, fallbackTopicId: [...ids.values()][0], statuses: { Kapatıldı: 'closed' }, channels: { Telefon: 'phone', Web: 'web' } }))
  if (done.cameIn !== page.rows) throw new Error(`${done.cameIn} of ${page.rows} came in`)
  return { seconds: round((performance.now() - began) / 100) / 10, reading: round((read - began) / 100) / 10 }
}

if (import.meta.main) await importPast()
