/**
 * What citizens and staff are told. Fields, the same in both languages: {no} case number, {tarih} by when,
 * {kurum} and {tel} another body and its telephone, {birim} directorate, {yer} place, {konu} topic.
 * A field never takes a suffix: Turkish endings would follow the vowel of whatever stands there.
 */
import type { Message } from './types.ts'

export const messages: readonly Message[] = [
  {
    key: 'case-registered', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: Başvurunuzu aldık. Numaranız: {no}. İlk yanıt en geç: {tarih}. Bilgi: 153',
    en: 'Tatvan Municipality: Report received. Number: {no}. First reply by: {tarih}. Questions: 153',
  },
  {
    key: 'case-registered', channel: 'mail',
    subject: { tr: 'Başvurunuz kaydedildi: {no}', en: 'Your report is registered: {no}' },
    tr: 'Başvurunuzu aldık.\n\nNumaranız: {no}\nKonu: {konu}\nYer: {yer}\nİlgilenen: {birim}\nİlk yanıt en geç: {tarih}\n\nSorularınız için 153’ü arayın.',
    en: 'We have your report.\n\nNumber: {no}\nTopic: {konu}\nPlace: {yer}\nHandled by: {birim}\nFirst reply by: {tarih}\n\nFor questions call 153.',
  },
  {
    key: 'case-registered', channel: 'voice', subject: null,
    tr: 'Başvurunuzu aldık. Numaranız: {no}. İlk yanıt en geç: {tarih}. Lütfen numarayı not edin.',
    en: 'We have your report. Your number is {no}. First reply by: {tarih}. Please write the number down.',
  },
  {
    key: 'case-followed', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: Bu sorun daha önce bildirildi. Gelişmeleri size de yazacağız. Numara: {no}. Bilgi: 153',
    en: 'Tatvan Municipality: This was already reported. We will update you too. Number: {no}. Questions: 153',
  },
  {
    key: 'case-handed-over', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: Başvurunuzu yetkili kuruma bugün ilettik. Kurum: {kurum}. Telefon: {tel}. Numaranız: {no}',
    en: 'Tatvan Municipality: We passed your report on today. Body: {kurum}. Phone: {tel}. Your number: {no}',
  },
  {
    key: 'case-handed-over-no-phone', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: Başvurunuzu yetkili kuruma bugün ilettik. Kurum: {kurum}. Numaranız: {no}. Bilgi: 153',
    en: 'Tatvan Municipality: We passed your report on today. Body: {kurum}. Your number: {no}. Questions: 153',
  },
  {
    key: 'not-ours', channel: 'voice', subject: null,
    tr: 'Bu konu belediyemizin yetkisinde değil. Yetkili kurum: {kurum}. Telefon: {tel}.',
    en: 'This is not ours to fix. Responsible body: {kurum}. Phone: {tel}.',
  },
  {
    key: 'not-ours-no-phone', channel: 'voice', subject: null,
    tr: 'Bu konu belediyemizin yetkisinde değil. Yetkili kurum: {kurum}. Başvurunuzu biz iletiriz.',
    en: 'This is not ours to fix. Responsible body: {kurum}. We will pass your report on.',
  },
  {
    key: 'case-redirected', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuza artık şu birim bakıyor: {birim}. Yanıt en geç: {tarih}.',
    en: 'Tatvan Municipality: Your report {no} is now with: {birim}. Reply by: {tarih}.',
  },
  {
    key: 'case-closed', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzu kapattık. Hâlâ düzelmediyse 153’ü arayın, yeniden açalım.',
    en: 'Tatvan Municipality: We closed your report {no}. If it is not fixed, call 153 and we reopen it.',
  },
  {
    key: 'call-missed', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: Aramanıza yanıt veremedik, özür dileriz. Sizi en geç şu saatte arayacağız: {tarih}.',
    en: 'Tatvan Municipality: Sorry, we missed your call. We will call you by: {tarih}.',
  },
  {
    key: 'on-call', channel: 'sms', subject: null,
    tr: 'Ak Masa nöbet: {konu}. Yer: {yer}. Numara: {no}. Son saat: {tarih}.',
    en: 'Ak Masa on call: {konu}. Place: {yer}. Number: {no}. Due: {tarih}.',
  },
]
