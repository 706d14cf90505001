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
    key: 'confirm-ask', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzdaki iş tamamlandı. Düzeldi mi? Yanıtınız için: {link} Son gün: {gun}.',
    en: 'Tatvan Municipality: The work for your report {no} is done. Is it fixed? Please answer: {link} Last day: {gun}.',
  },
  {
    key: 'confirm-ask', channel: 'mail', subject: { tr: 'Düzeldi mi? {no}', en: 'Is it fixed? {no}' },
    tr: '{no} numaralı başvurunuzdaki iş tamamlandı.\n\nKonu: {konu}\nYer: {yer}\n\nDüzeldi mi? Yanıtınız için: {link}\nSon gün: {gun}\n\nYanıt gelmezse başvuruyu o gün kapatırız. Sorularınız için 153’ü arayın.',
    en: 'The work for your report {no} is done.\n\nTopic: {konu}\nPlace: {yer}\n\nIs it fixed? Please answer: {link}\nLast day: {gun}\n\nWithout an answer we close the report on that day. For questions call 153.',
  },
  {
    key: 'confirm-remind', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz için yanıtınızı bekliyoruz. Düzeldi mi? {link} Son gün: {gun}.',
    en: 'Tatvan Municipality: We await your answer about report {no}. Is it fixed? {link} Last day: {gun}.',
  },
  {
    key: 'confirm-closed', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzu, yanıt gelmediği için kapattık. Düzelmediyse 30 gün içinde bize yazın: {link}',
    en: 'Tatvan Municipality: We closed report {no}, as no answer came. If it is not fixed, tell us within 30 days: {link}',
  },
  {
    key: 'case-done', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: Katıldığınız {no} numaralı başvurudaki iş tamamlandı. Düzelmediyse 153’ü arayın.',
    en: 'Tatvan Municipality: The work for report {no}, which you joined, is done. If it is not fixed, call 153.',
  },
  {
    key: 'agree-link', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz için çözüm hazır. Size ulaşamadık. Okuyun, yanıtlayın: {link} Yanıt gelmezse onayınızı var sayacağımız gün: {gun}.',
    en: 'Tatvan Municipality: We have a solution for report {no} and could not reach you. Read and answer: {link} Without an answer we take it as agreed on: {gun}.',
  },
  {
    key: 'agree-link-answer', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz için çözüm hazır. Başlamak için onayınız gerekiyor. Okuyun, yanıtlayın: {link} Son gün: {gun}.',
    en: 'Tatvan Municipality: We have a solution for report {no}. We need your consent to begin. Read and answer: {link} Last day: {gun}.',
  },
  {
    key: 'agree-link-refusal', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzu inceledik. Sonucu ve nedenini okuyun, yanıtlayın: {link} Son gün: {gun}.',
    en: 'Tatvan Municipality: We examined your report {no}. Read the result and the reason, and answer: {link} Last day: {gun}.',
  },
  {
    key: 'agreed', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzda çözüm üzerinde anlaştık. Başlangıç: {gun}. İlgilenen: {birim}. Bilgi: 153',
    en: 'Tatvan Municipality: We agreed on the solution for your report {no}. Start: {gun}. Handled by: {birim}. Questions: 153',
  },
  {
    key: 'agreed-by-silence', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz için yanıt gelmedi. Çözümü kabul ettiğinizi varsaydık. Başlangıç: {gun}. İtiraz için 153’ü arayın.',
    en: 'Tatvan Municipality: No answer came for report {no}. We took the solution as agreed. Start: {gun}. To object call 153.',
  },
  {
    key: 'refused', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz sonuçlandı.\n{soz}',
    en: 'Tatvan Municipality: Your report {no} has been decided.\n{soz}',
  },
  {
    key: 'told-after', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı acil başvurunuz için hemen harekete geçtik.\n{soz}',
    en: 'Tatvan Municipality: We acted at once on your emergency report {no}.\n{soz}',
  },
  {
    key: 'case-closed', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzu kapattık. Hâlâ düzelmediyse 153’ü arayın, yeniden açalım.',
    en: 'Tatvan Municipality: We closed your report {no}. If it is not fixed, call 153 and we reopen it.',
  },
  {
    key: 'case-taken', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzu incelemeye başladık. İlgilenen: {birim}. İlk yanıt en geç: {tarih}.',
    en: 'Tatvan Municipality: We have begun to look into your report {no}. Handled by: {birim}. First reply by: {tarih}.',
  },
  {
    key: 'case-asked', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz için sizden bilgi bekliyoruz.\nSorumuz: {soz}\nYanıt için 153’ü arayın.',
    en: 'Tatvan Municipality: We need information from you for your report {no}.\nOur question: {soz}\nTo answer call 153.',
  },
  {
    key: 'case-on-hold', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz bekliyor. Neden: {neden}. Devam günü: {gun}. Bilgi: 153',
    en: 'Tatvan Municipality: Your report {no} is on hold. Reason: {neden}. We go on by: {gun}. Questions: 153',
  },
  {
    key: 'case-resumed', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzla yeniden ilgileniyoruz. İlgilenen: {birim}. Yanıt en geç: {tarih}.',
    en: 'Tatvan Municipality: We are working on your report {no} again. Handled by: {birim}. Reply by: {tarih}.',
  },
  {
    key: 'work-begun', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz için çalışmaya başladık. İlgilenen: {birim}. Bilgi: 153',
    en: 'Tatvan Municipality: Work for your report {no} has begun. Handled by: {birim}. Questions: 153',
  },
  {
    key: 'case-answered', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzun yanıtı: {soz}',
    en: 'Tatvan Municipality: The answer to your report {no}: {soz}',
  },
  {
    key: 'case-adopted', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı önerinizi kabul ettik, teşekkür ederiz.\n{soz}',
    en: 'Tatvan Municipality: We have adopted your suggestion {no}, thank you.\n{soz}',
  },
  {
    key: 'case-declined', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı önerinizi inceledik, uygulayamıyoruz.\nNedeni: {soz}',
    en: 'Tatvan Municipality: We examined your suggestion {no} and cannot adopt it.\nThe reason: {soz}',
  },
  {
    key: 'case-duplicate', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzdaki sorun daha önce bildirildi. Gelişmeleri size şu numarayla yazacağız: {soz}. Bilgi: 153',
    en: 'Tatvan Municipality: The problem of your report {no} was reported before. News comes under: {soz}. Questions: 153',
  },
  {
    key: 'case-cancelled', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzu isteğiniz üzerine geri çektik. Bilgi: 153',
    en: 'Tatvan Municipality: We withdrew your report {no} as you asked. Questions: 153',
  },
  {
    key: 'case-reopened', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzu yeniden açtık. İlgilenen: {birim}. Yanıt en geç: {tarih}.',
    en: 'Tatvan Municipality: We reopened your report {no}. Handled by: {birim}. Reply by: {tarih}.',
  },
  {
    key: 'written', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz hakkında: {soz}',
    en: 'Tatvan Municipality: About your report {no}: {soz}',
  },
  {
    key: 'case-corrected', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz için son verdiğimiz bilgiyi düzelttik. Başvurunuz önceki durumuna döndü. Bilgi: 153',
    en: 'Tatvan Municipality: We corrected our last news on your report {no}. It stands as before. Questions: 153',
  },
  {
    key: 'case-due-changed', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz için yeni bir tarih veriyoruz. Yeni tarih: {tarih}. Neden: {neden}. Bilgi: 153',
    en: 'Tatvan Municipality: We give you a new date for your report {no}. New date: {tarih}. Reason: {neden}. Questions: 153',
  },
  {
    key: 'work-date-changed', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzdaki işin günü değişti. Yeni gün: {gun}. İşi yapan birim: {birim}. Bilgi: 153',
    en: 'Tatvan Municipality: The work for your report {no} has a new date. New date: {gun}. Done by: {birim}. Questions: 153',
  },
  {
    key: 'statute-answered', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuza yazılı yanıt verdik. Günü: {gun}. Bilgi: 153',
    en: 'Tatvan Municipality: We answered your application {no} in writing. Day: {gun}. Questions: 153',
  },
  {
    key: 'statute-extended', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzun yanıt süresini uzattık. Neden: {neden}. Son gün: {gun}. Bilgi: 153',
    en: 'Tatvan Municipality: We need more time for your application {no}. Reason: {neden}. Last day: {gun}. Questions: 153',
  },
  {
    key: 'statute-cost', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuz için ücret bildirdik. Tutar: {soz}. Son ödeme günü: {gun}. Bilgi: 153',
    en: 'Tatvan Municipality: There is a fee for your application {no}. Amount: {soz}. Pay by: {gun}. Questions: 153',
  },
  {
    key: 'statute-rejected', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzu işleme alamadık. Neden: {neden}. Bilgi: 153',
    en: 'Tatvan Municipality: We could not take up your application {no}. Reason: {neden}. Questions: 153',
  },
  {
    key: 'statute-forwarded', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzu yetkili yere gönderdik. Kurum: {kurum}. Bilgi: 153',
    en: 'Tatvan Municipality: We sent your application {no} to the competent body. Body: {kurum}. Questions: 153',
  },
  {
    key: 'statute-withdrawn', channel: 'sms', subject: null,
    tr: 'Tatvan Belediyesi: {no} numaralı başvurunuzun ücreti ödenmedi. Başvurudan vazgeçmiş sayıldınız. Bilgi: 153',
    en: 'Tatvan Municipality: The fee for your application {no} was not paid. It counts as withdrawn. Questions: 153',
  },
  {
    key: 'mail-foot', channel: 'mail', subject: null,
    tr: 'Bu iletiye yanıt yazabilirsiniz. Yanıtınız başvurunuza eklenir. Acil durumda 153’ü arayın.',
    en: 'You can answer this message. Your answer is added to your report. In an emergency call 153.',
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
