/** How far some of the demonstration's cases have come: one waits at every stage of the loop, so that each screen has something to show. */
import type { PastCase } from './types.ts'
import { pastCases } from './past-cases.ts'

export type Stage = 'approval' | 'talk' | 'planned' | 'work' | 'confirmation'
/** `parts`: what each directorate will do, the lead's first; the others in the order of the topic. */
export type LoopRow = { past: PastCase; stage: Stage; source: string; plain: string; parts: readonly { what: string; byWhom: string; cost: 'none' | 'small' | 'medium' | 'large' }[] }

const of = (topic: string, place: string): PastCase => {
  const found = pastCases.find((one) => one.topic === topic && one.place === place && one.status === 'under_review')
  if (!found) throw new Error(`no case of ${topic} in ${place} is under review`)
  return found
}
export const loopCases: readonly LoopRow[] = [
  {
    past: of('kazi-kapatilmadi', 'saray-mahallesi'), stage: 'approval', source: 'Su hattı çalışmasından kalan kazı',
    plain: 'Kazıyı sıkıştırıp asfaltla kapatacağız. Çalışma sırasında sokağı tek yönlü kullanacaksınız.',
    parts: [{ what: 'Kazıyı sıkıştırıp asfaltlayacağız', byWhom: 'Yol bakım ekibi', cost: 'small' }, { what: 'Su hattını kapatmadan önce deneyeceğiz', byWhom: 'Su arıza ekibi', cost: 'none' }, { what: 'Uyarı işaretlerini koyup trafiği yönlendireceğiz', byWhom: 'Zabıta ekibi', cost: 'none' }],
  },
  {
    past: of('park-aydinlatmasi', 'sahil-mahallesi'), stage: 'talk', source: 'Yanmış lamba başlıkları', plain: 'Yürüyüş yolundaki yanmayan lambaların başlıklarını değiştireceğiz.',
    parts: [{ what: 'Yürüyüş yolundaki lamba başlıklarını değiştireceğiz', byWhom: 'Park bakım ekibi', cost: 'small' }, { what: 'Elektrik panosunu kontrol edeceğiz', byWhom: 'Elektrik ekibi', cost: 'none' }],
  },
  {
    past: of('kaldirim-isgali', 'cumhuriyet-mahallesi'), stage: 'planned', source: 'Dükkânın tezgâhı kaldırıma taşıyor', plain: 'İş yerini uyaracağız, kaldırımı yayaya açacağız ve bir hafta boyunca denetleyeceğiz.',
    parts: [{ what: 'İş yerini uyarıp kaldırımı yayaya açacağız', byWhom: 'Zabıta ekibi', cost: 'none' }, { what: 'Gerekirse kaldırıma engel koyacağız', byWhom: 'Yol bakım ekibi', cost: 'small' }],
  },
  {
    past: of('asfalt-istegi', 'hidayet-mahallesi'), stage: 'work', source: 'Yol hiç asfaltlanmamış', plain: 'Önce su hattını kontrol edeceğiz, sonra üst sokaklara asfalt dökeceğiz.',
    parts: [{ what: 'Üst sokaklara asfalt dökeceğiz', byWhom: 'Yol bakım ekibi', cost: 'medium' }, { what: 'Asfalttan önce su hattını kontrol edeceğiz', byWhom: 'Su arıza ekibi', cost: 'none' }],
  },
  {
    past: of('engelli-rampasi', 'sahil-mahallesi'), stage: 'confirmation', source: 'Sahil girişinde rampa yok', plain: 'Sahil girişine tekerlekli sandalye rampası yapacağız.',
    parts: [{ what: 'Sahil girişine rampa yapacağız', byWhom: 'Yol bakım ekibi', cost: 'small' }, { what: 'Rampanın çevresini düzenleyeceğiz', byWhom: 'Park bakım ekibi', cost: 'none' }],
  },
]
