import type { PauseReason, ReturnReason, WrapUpCode } from './types.ts'

export const wrapUpCodes: readonly WrapUpCode[] = [
  { code: 'bilgi-verildi', name: { tr: 'Bilgi verildi', en: 'Information given' }, answers: true },
  { code: 'durum-soylendi', name: { tr: 'Başvuru durumu söylendi', en: 'Progress of a case told' }, answers: false },
  { code: 'baska-kurum', name: { tr: 'Başka kurumun numarası verildi', en: 'Given another body’s number' }, answers: true },
  { code: 'geri-aranacak', name: { tr: 'Geri aranacak', en: 'To be called back' }, answers: false },
  { code: 'baglandi', name: { tr: 'İlgili kişiye bağlandı', en: 'Put through' }, answers: false },
  { code: 'hat-dustu', name: { tr: 'Hat düştü', en: 'Line dropped' }, answers: false },
  { code: 'ses-yok', name: { tr: 'Ses gelmedi', en: 'No sound' }, answers: false },
  { code: 'yanlis-numara', name: { tr: 'Yanlış numara', en: 'Wrong number' }, answers: false },
  { code: 'rahatsiz-eden', name: { tr: 'Şaka veya hakaret', en: 'Prank or abuse' }, answers: false },
  { code: 'deneme', name: { tr: 'Deneme araması', en: 'Test call' }, answers: false },
]

export const pauseReasons: readonly PauseReason[] = [
  { code: 'mola', name: { tr: 'Mola', en: 'Break' }, minutes: 15 },
  { code: 'yemek', name: { tr: 'Yemek', en: 'Meal' }, minutes: 60 },
  { code: 'kayit-tamamlama', name: { tr: 'Kayıt tamamlama', en: 'Finishing records' }, minutes: 15 },
  { code: 'geri-arama', name: { tr: 'Geri arama yapıyor', en: 'Making calls back' }, minutes: 30 },
  { code: 'toplanti', name: { tr: 'Toplantı veya eğitim', en: 'Meeting or training' }, minutes: 60 },
  { code: 'ariza', name: { tr: 'Bilgisayar veya kulaklık arızası', en: 'Computer or headset fault' }, minutes: 30 },
]

/** Why a directorate gives a case back or passes it on. */
export const returnReasons: readonly ReturnReason[] = [
  { code: 'baska-mudurluk', name: { tr: 'Başka müdürlüğün görevi', en: 'Another directorate’s duty' } },
  { code: 'yetki-disi', name: { tr: 'Belediyenin yetkisinde değil', en: 'Not the municipality’s duty' } },
  { code: 'yer-bulunamadi', name: { tr: 'Yer bulunamadı', en: 'Place not found' } },
  { code: 'bilgi-eksik', name: { tr: 'Bilgi eksik', en: 'Information missing' } },
  { code: 'mukerrer', name: { tr: 'Aynı başvuru var', en: 'Already reported' } },
  { code: 'konu-yanlis', name: { tr: 'Konu yanlış seçilmiş', en: 'Wrong topic' } },
]
