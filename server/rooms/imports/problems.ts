/** Rows that did not come in, as a table that a spreadsheet opens: mended there, they come in another time. */
import type { ImportId, ProblemCode, RowProblem } from '../../../contracts/imports.ts'
import type { Language } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import type { FileAnswer } from '../../platform/http/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import * as store from './store.ts'

type Words = Record<Language, string>
/** What is wrong with a row. The console says the same in its preview. */
const problemWords: Record<ProblemCode, Words> = {
  row_quotes: { tr: 'Tırnak işaretleri bozuk; satır okunamadı', en: 'Its quotation marks are wrong; the row cannot be read' },
  row_too_long: { tr: 'Satır bir tablo satırı için çok uzun', en: 'Too long for a row of a table' },
  row_more: { tr: 'Başlıktan fazla hücre var; ayırıcı bir hücrenin içinde geçiyor olabilir', en: 'More cells than the header; the separator may stand inside a cell' },
  row_cut: { tr: 'Dosya bu satırın ortasında bitiyor', en: 'The file ends in the middle of this row' },
  row_fewer: { tr: 'Hücre sayısı başlıktan az; sondakiler boş sayıldı', en: 'Fewer cells than the header; the last ones are taken as empty' },
  opened_missing: { tr: 'Açılış tarihi boş', en: 'The opening date is empty' },
  opened_unreadable: { tr: 'Açılış tarihi seçilen biçimde değil', en: 'The opening date is not in the chosen form' },
  opened_later: { tr: 'Açılış tarihi gelecekte', en: 'The opening date is in the future' },
  closed_unreadable: { tr: 'Kapanış tarihi okunamadı; boş bırakıldı', en: 'The closing date cannot be read; left empty' },
  closed_before: { tr: 'Kapanış açılıştan önce; açılış saati yazıldı', en: 'Closed before it was opened; the opening time was taken' },
  closed_later: { tr: 'Kapanış tarihi gelecekte; boş bırakıldı', en: 'The closing date is in the future; left empty' },
  topic_unknown: { tr: 'Konu eşlenmemiş ve yedek konu seçilmemiş', en: 'The topic is matched with none of ours, and there is no fallback' },
  topic_missing: { tr: 'Konu boş ve yedek konu seçilmemiş', en: 'The topic is empty, and there is no fallback' },
  status_unknown: { tr: 'Durum eşlenmemiş; kapanış tarihine göre karar verildi', en: 'The status is matched with none of ours; decided by the closing date' },
  number_missing: { tr: 'Eski numara boş', en: 'The old number is empty' },
  pin_unreadable: { tr: 'Koordinat okunamadı; haritada işaretlenmedi', en: 'The coordinates cannot be read; not put on the map' },
  pin_far: { tr: 'Koordinat belediyeden çok uzak; haritada işaretlenmedi', en: 'The coordinates are far from the municipality; not put on the map' },
  phone_unreadable: { tr: 'Telefon numarası geçerli değil; boş bırakıldı', en: 'Not a telephone number; left empty' },
  phone_rounded: { tr: 'Hesap tablosu numarayı yuvarlamış; boş bırakıldı', en: 'The spreadsheet has rounded the number; left empty' },
  words_cut: { tr: 'Çok uzun; sonu kesildi', en: 'Too long; its end was cut off' },
}
const head: Record<Language, string[]> = { tr: ['Satır', 'Sonuç', 'Sütun', 'Değer', 'Açıklama'], en: ['Row', 'Outcome', 'Column', 'Value', 'What is wrong'] }
const kinds: Record<RowProblem['kind'], Words> = { error: { tr: 'Alınmadı', en: 'Not taken' }, warning: { tr: 'Alındı, uyarı var', en: 'Taken, with a warning' } }

/** What a stranger wrote must not become a formula in our reader's spreadsheet (OWASP, CSV injection). */
export function safeCell(text: string): string {
  const plain = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n,]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
/** Semicolons and a mark: the form in which Turkish and English spreadsheets open it right. */
export function problemsTable(problems: readonly RowProblem[], language: Language): string {
  const lines = problems.map((p) => [String(p.row), kinds[p.kind][language], p.column ?? '', p.value ?? '', problemWords[p.code][language]])
  return `\uFEFF${[head[language], ...lines].map((cells) => cells.map(safeCell).join(';')).join('\r\n')}\r\n`
}

export async function problemsFile(tx: Tx, { importId, language }: { importId: ImportId; language: Language }): Promise<FileAnswer> {
  const found = await store.importById(tx, importId)
  if (!found) throw new Refusal('import.not_found')
  const bytes = Buffer.from(problemsTable(await store.problemsOf(tx, importId), language))
  return { bytes, type: 'text/csv; charset=utf-8', name: `${found.name.replace(/\.\w{1,5}$/, '')}-${language === 'tr' ? 'uyarilar' : 'problems'}.csv`, inline: false }
}
