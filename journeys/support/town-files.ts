/** Files of a made-up town: its places as a spreadsheet writes them, and borders as a map does. */

/** Turkish Windows' own letters, as its spreadsheets still write them. */
const windows1254 = (words: string): Buffer => Buffer.from([...words].map((letter) => ({ Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe })[letter] ?? letter.codePointAt(0)!))
/** One row is wrong: a `Kasaba` is no kind of place. */
export const townList = windows1254([
  'Ad;Tür;Bağlı;Nüfus', 'Çarşı;Mahalle;;4.120', 'Işıklı;Mahalle;;2.310', 'Gülpınar;Mahalle;;1.870', 'Şehit Öğretmen;Mahalle;;3.005', 'Yeşilyurt;Mahalle;;990', 'İskele;Mahalle;;1.440', 'Dağarası;Mahalle;;615',
  'Ağaçlı;Köy;;340', 'Üzümlü;Köy;;512', 'İncirlik;Köy;;228', 'Kuşkonmaz;Kasaba;;75', 'Göl Başı;Mezra;Ağaçlı;40',
].join('\r\n'))
export const square = (lon: number, lat: number) => [[lon, lat], [lon + 0.01, lat], [lon + 0.01, lat + 0.01], [lon, lat + 0.01], [lon, lat]]
/** Crosses itself. */
export const bowTie = (lon: number, lat: number) => [[lon, lat], [lon + 0.01, lat + 0.01], [lon + 0.01, lat], [lon, lat + 0.01], [lon, lat]]
/** By the name of the place. */
export const borders = (rings: Record<string, number[][]>): Buffer => Buffer.from(JSON.stringify({
  type: 'FeatureCollection', features: Object.entries(rings).map(([MAHALLE, ring]) => ({ type: 'Feature', properties: { MAHALLE }, geometry: { type: 'Polygon', coordinates: [ring] } })),
}))
