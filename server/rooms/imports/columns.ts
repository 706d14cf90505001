/** What stands in the columns of a file, and what each may be for us. Pure. */
import { fold } from '../../../contracts/fold.ts'
import type { DateForm, ImportColumn, ImportField } from '../../../contracts/imports.ts'
import { dateForms, readWritten } from './dates.ts'

/** More values than this are nothing to match by hand. */
const mostValues = 500
/** Of all columns together: a thousand of them must not fill the memory. */
const mostInAll = 20_000
export const mostValueLength = 200
const sampleLength = 120

export type ColumnValues = Record<string, number> | null

/** Half a letter of two halves is not text, and the database takes none. */
export const cutTo = (text: string, length: number): string => (text.length > length ? text.slice(0, length).toWellFormed() : text)
/** Values as they are matched: without spaces around, and of one line. */
export const valueOf = (cell: string): string => cutTo(cell.trim().replace(/\s+/g, ' '), mostValueLength)

class Column {
  filled = 0
  samples: string[] = []
  values: Map<string, number> | null = new Map()
  #forms = new Map<DateForm, number>(dateForms.map((form) => [form, 0]))
  #looking = true

  /** @returns how many values more, or fewer, are kept. */
  see(cell: string): number {
    const value = valueOf(cell)
    if (!value) return 0
    this.filled++
    if (this.samples.length < 3 && !this.samples.includes(cutTo(value, sampleLength))) this.samples.push(cutTo(value, sampleLength))
    if (this.#looking) {
      for (const [form, fits] of this.#forms) if (readWritten(value, form)) this.#forms.set(form, fits + 1)
      // Words stay words: after so many of them nobody looks for moments any more.
      if (this.filled === 200 && Math.max(...this.#forms.values()) < 100) this.#looking = false
    }
    if (!this.values) return 0
    const count = this.values.get(value)
    if (count === undefined && this.values.size >= mostValues) {
      this.values = null
      return -mostValues
    }
    this.values.set(value, (count ?? 0) + 1)
    return count === undefined ? 1 : 0
  }
  /** The ways that fit most of it; two fit equally only where day and month cannot be told apart. */
  dates(): DateForm[] {
    const most = Math.max(...this.#forms.values())
    return !this.#looking || most === 0 || most < this.filled * 0.8 ? [] : [...this.#forms].filter(([, fits]) => fits === most).map(([form]) => form)
  }
}

export class Columns {
  #columns: Column[]
  #names: string[]
  #kept = 0
  constructor(header: readonly string[]) {
    this.#names = named(header)
    this.#columns = this.#names.map(() => new Column())
  }
  see(cells: readonly string[]): void {
    cells.forEach((cell, i) => { if (cell) this.#kept += this.#columns[i]?.see(cell) ?? 0 })
    while (this.#kept > mostInAll) {
      const largest = this.#columns.reduce((a, b) => ((b.values?.size ?? 0) > (a.values?.size ?? 0) ? b : a))
      this.#kept -= largest.values?.size ?? 0
      largest.values = null
    }
  }
  columns(): ImportColumn[] {
    const dates = this.#columns.map((column) => column.dates())
    // What a column leaves open another one of the file may show: it is offered first, and still asked.
    const sure = new Set(dates.flatMap((forms) => (forms.length === 1 ? forms : [])))
    return this.#columns.map(({ samples, filled }, i) => ({ name: this.#names[i]!, samples, filled, dates: dates[i]!.toSorted((a, b) => Number(sure.has(b)) - Number(sure.has(a))) }))
  }
  values(): ColumnValues[] {
    return this.#columns.map(({ values }) => values && Object.fromEntries(values))
  }
}

/** Names as they are, the second of the same name with a 2 behind it; one without a name stays without. */
function named(header: readonly string[]): string[] {
  const times = new Map<string, number>()
  return header.map((cell) => {
    const name = valueOf(cell)
    const n = (times.get(name) ?? 0) + 1
    times.set(name, n)
    return n > 1 && name ? `${name} (${n})` : name
  })
}

/** Folded names, Turkish and English, the surest first. */
const usual: Record<ImportField, readonly string[]> = {
  number: ['basvuru no', 'basvuru numarasi', 'kayit no', 'kayit numarasi', 'talep no', 'sikayet no', 'is emri no', 'referans no', 'takip no', 'srnumber', 'sr number', 'service request id', 'case number', 'case id', 'ticket id', 'ticket no', 'request id', 'reference', 'numara', 'no', 'id'],
  openedAt: ['basvuru tarihi', 'kayit tarihi', 'acilis tarihi', 'olusturma tarihi', 'gelis tarihi', 'talep tarihi', 'tarih saat', 'tarih', 'createddate', 'created date', 'created at', 'opened', 'opened at', 'open date', 'requested datetime', 'date'],
  closedAt: ['kapanis tarihi', 'kapatma tarihi', 'bitis tarihi', 'sonuc tarihi', 'sonuclanma tarihi', 'cozum tarihi', 'tamamlanma tarihi', 'closeddate', 'closed date', 'closed at', 'closed', 'resolved at', 'close date'],
  status: ['durum', 'durumu', 'basvuru durumu', 'status', 'state'],
  topic: ['konu', 'konusu', 'basvuru konusu', 'alt konu', 'kategori', 'alt kategori', 'tur', 'basvuru turu', 'requesttype', 'request type', 'service name', 'type', 'category', 'topic', 'subject'],
  said: ['aciklama', 'basvuru metni', 'mesaj', 'icerik', 'detay', 'sikayet', 'talep', 'metin', 'not', 'description', 'details', 'message', 'text', 'comments'],
  place: ['mahalle', 'mahalle koy', 'mahalle adi', 'koy', 'semt', 'yer', 'bolge', 'ncname', 'neighborhood', 'neighbourhood', 'area', 'district'],
  street: ['sokak', 'cadde', 'cadde sokak', 'csbm', 'sokak adi', 'street', 'streetname', 'street name'],
  address: ['adres', 'acik adres', 'adres tarifi', 'address', 'location description'],
  lat: ['enlem', 'lat', 'latitude', 'y koordinat'],
  lon: ['boylam', 'lon', 'lng', 'long', 'longitude', 'x koordinat'],
  location: ['koordinat', 'koordinatlar', 'konum', 'location', 'coordinates', 'geom', 'point'],
  channel: ['kanal', 'basvuru kanali', 'basvuru sekli', 'gelis sekli', 'kaynak', 'requestsource', 'request source', 'source', 'channel'],
  name: ['ad soyad', 'adi soyadi', 'basvuran', 'basvuru sahibi', 'vatandas', 'isim', 'ad', 'name', 'reporter', 'full name', 'requester'],
  phone: ['telefon', 'telefon no', 'cep telefonu', 'gsm', 'cep', 'tel', 'phone', 'phone number', 'mobile'],
  directorate: ['mudurluk', 'birim', 'sorumlu birim', 'ilgili birim', 'daire', 'department', 'owner', 'agency', 'agency responsible', 'responsible'],
}

/** By the names of the columns; a column serves one field, and one without a value in it none. */
export function guessColumns(columns: readonly ImportColumn[]): { columns: Partial<Record<ImportField, number>>; dates: Partial<Record<'openedAt' | 'closedAt', DateForm>> } {
  const names = columns.map((column) => fold(column.name.replace(/([a-zçğıöşü])([A-ZÇĞİÖŞÜ])/g, '$1 $2')))
  const joined = names.map((name) => name.replaceAll(' ', ''))
  const taken = new Set<number>()
  const found: Partial<Record<ImportField, number>> = {}
  for (const [field, words] of Object.entries(usual) as [ImportField, readonly string[]][]) {
    const isDate = field === 'openedAt' || field === 'closedAt'
    const fits = (i: number) => !taken.has(i) && columns[i]!.filled > 0 && (!isDate || columns[i]!.dates.length > 0)
    const at = words.flatMap((word) => names.flatMap((name, i) => ((name === word || joined[i] === word.replaceAll(' ', '')) && fits(i) ? [i] : [])))[0]
    if (at === undefined) continue
    found[field] = at
    taken.add(at)
  }
  const dates: Partial<Record<'openedAt' | 'closedAt', DateForm>> = {}
  for (const field of ['openedAt', 'closedAt'] as const) {
    const forms = columns[found[field] ?? -1]?.dates
    if (forms?.length === 1) dates[field] = forms[0]!
  }
  return { columns: found, dates }
}

const closedWords = /\b(kapali|kapandi|kapatildi|kapanmis|cozuldu|cozumlendi|tamamlandi|sonuclandi|sonuclandirildi|bitti|iptal|reddedildi|red|closed|resolved|completed|done|cancelled|canceled|rejected)\b/
const openWords = /\b(acik|yeni|beklemede|bekliyor|devam|islemde|inceleniyor|yonlendirildi|open|new|pending|in progress|assigned|referred out|forwarded)\b/
export function statusLike(value: string): 'open' | 'closed' | null {
  const words = fold(value)
  return closedWords.test(words) ? 'closed' : openWords.test(words) ? 'open' : null
}
const channelWords: readonly [RegExp, 'phone' | 'counter' | 'letter' | 'muhtar' | 'social' | 'institution' | 'email' | 'web'][] = [
  [/\b(telefon|cagri|cagri merkezi|alo|153|call|phone)\b/, 'phone'], [/\b(banko|sahsen|yuz yuze|walk in|counter|in person)\b/, 'counter'], [/\b(dilekce|evrak|letter)\b/, 'letter'],
  [/\bmuhtar/, 'muhtar'], [/\b(sosyal|twitter|facebook|instagram|whatsapp|social)\b/, 'social'], [/\b(cimer|kurum|council|driver self report|city attorney|institution)\b/, 'institution'],
  [/\b(e posta|eposta|email|mail)\b/, 'email'], [/\b(web|internet|site|mobil|mobile|app|self service|portal)\b/, 'web'],
]
export const channelLike = (value: string) => channelWords.find(([words]) => words.test(fold(value)))?.[1] ?? null
