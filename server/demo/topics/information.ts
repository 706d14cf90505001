import { choice, date, since, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const information = theme('bilgi-yonetim', 'Bilgi, başvuru ve yönetim', 'Information, reports and administration', [
  topic('genel-bilgi', 'Adres, telefon ve çalışma saati', 'Address, telephone and opening hours', {
    said: 'kaçta açılıyor, belediye açık mı, telefon numarası, nerede, hangi müdürlük, mesai saati, danışma, açık mı',
    lead: 'halkla-iliskiler', due: working(4), kinds: ['information', 'suggestion', 'thanks'], everywhere: true,
    ask: [words('soru', 'Ne öğrenmek istiyor?', 'What is the question?')],
    causes: [['Bilgi bulunamadı', 'Could not find it'], ['Bilgi eski', 'Outdated information']],
  }),
  topic('basvuru-durumu', 'Başvurunun durumu', 'Progress of a report', {
    said: 'başvurum ne oldu, dilekçem nerede, hâlâ yapılmadı, kimse dönmedi, takip numarası, sonuç çıkmadı, kaç gün oldu',
    lead: 'halkla-iliskiler', due: working(8), kinds: ['information', 'complaint', 'thanks'], personal: true, everywhere: true,
    ask: [
      words('no', 'Başvuru numarası kaç?', 'What is the case number?'),
      date('tarih', 'Ne zaman başvuruldu?', 'When was it made?'),
    ],
    causes: [
      ['Süre geçti', 'Past its date'], ['Haber verilmedi', 'No news given'],
      ['Yapıldı denip yapılmadı', 'Said done but not done'],
    ],
  }),
  topic('bilgi-edinme', 'Bilgi edinme başvurusu', 'Freedom of information request', {
    said: 'bilgi edinme, 4982, belge istiyorum, meclis kararı, ihale dosyası, resmî yazı, evrak sureti',
    lead: 'yazi-isleri', with: ['halkla-iliskiler'], due: working(120), everywhere: true,
    kinds: ['information', 'request'], personal: true, named: true,
    ask: [
      words('belge', 'Hangi bilgi veya belge?', 'Which information or document?'),
      yesNo('imzali', 'İmzalı başvuru verildi mi?', 'Has a signed form been given?'),
    ],
    causes: [['Belge isteği', 'Request for a document'], ['Karar sorusu', 'Question on a decision']],
  }),
  topic('personel-davranisi', 'Personel davranışı', 'Staff conduct', {
    said: 'memur kaba, ilgilenmediler, personel bağırdı, rüşvet istedi, kuyrukta beklettiler, güler yüzlü memur, teşekkür ediyorum personele',
    lead: 'yazi-isleri', with: ['halkla-iliskiler'], due: working(80), everywhere: true,
    kinds: ['complaint', 'tip_off', 'thanks'], personal: true,
    ask: [
      words('birim', 'Hangi birim?', 'Which unit?'),
      date('tarih', 'Hangi gün oldu?', 'On which day?'),
      words('saat', 'Saat kaçta?', 'At what time?'),
    ],
    causes: [
      ['Kaba davranma', 'Rudeness'], ['Bekletme', 'Keeping people waiting'], ['Usulsüz istek', 'Improper request'],
      ['Güler yüzlü hizmet', 'Kind service'],
    ],
  }),
  topic('muhtar-istegi', 'Muhtarlık isteği', 'Request from a neighbourhood head', {
    said: 'muhtar arıyor, muhtarlık binası, mahalle toplantısı, muhtarım, mahallemizin istekleri',
    lead: 'muhtarlik-isleri', with: ['halkla-iliskiler'], due: working(24),
    kinds: ['request', 'suggestion', 'complaint', 'information', 'thanks'], named: true,
    ask: [
      words('istek', 'İstek nedir?', 'What is the request?'),
      choice('aciliyet', 'Ne zamana kadar?', 'By when?', [
        ['Bugün', 'Today'], ['Bu hafta', 'This week'], ['Acele değil', 'Not urgent'],
      ]),
    ],
    causes: [
      ['Mahallede birikmiş işler', 'Work waiting in the neighbourhood'], ['Toplantı kararı', 'Decided at a meeting'],
    ],
  }),
  topic('baskan-randevu', 'Başkanla görüşme ve davet', 'Meeting the mayor', {
    said: 'başkanla görüşmek istiyorum, randevu, başkana ulaşamıyorum, halk günü, davetiye, açılışa davet',
    lead: 'halkla-iliskiler', with: ['yazi-isleri'], due: working(16), everywhere: true,
    kinds: ['request', 'suggestion', 'complaint', 'thanks', 'information'], personal: true, named: true,
    ask: [
      words('konu', 'Görüşme konusu ne?', 'What is it about?'),
      date('tarih', 'İstenen gün ne?', 'Which day is wanted?'),
    ],
    causes: [['Sorun çözülmedi', 'Problem not solved'], ['Proje önerisi', 'A proposal'], ['Davet', 'An invitation']],
  }),
  topic('kisisel-veri', 'Kişisel veri başvurusu', 'Personal data request', {
    said: 'kvkk, kişisel verilerim, ses kaydımı istiyorum, kaydım silinsin, numaramı silin, verilerimi kim gördü',
    lead: 'yazi-isleri', with: ['halkla-iliskiler'], due: straight(720), everywhere: true,
    kinds: ['request', 'complaint', 'information'], personal: true, named: true,
    ask: [
      choice('istek', 'Ne isteniyor?', 'What is wanted?', [
        ['Bilgi', 'Information'], ['Kopya', 'A copy'], ['Düzeltme', 'Correction'], ['Silme', 'Deletion'],
      ]),
      yesNo('kimlik', 'Kimlik iki yoldan doğrulandı mı?', 'Was identity checked in two ways?'),
    ],
    causes: [
      ['Ses kaydı isteği', 'Request for a recording'], ['Yanlış kayıt', 'Wrong record'],
      ['İstenmeyen mesaj', 'Unwanted message'],
    ],
  }),
  topic('guvenlik-asayis', 'Asayiş ve güvenlik', 'Public order and safety', {
    said: 'hırsızlık, kavga var, tehdit ediyor, silah sesi, uyuşturucu, mobese, kamera konsun, trafik cezası',
    lead: 'halkla-iliskiler', with: ['zabita'], due: straight(1), emergency: true, personal: true, notOurs: 'emniyet',
    ask: [
      yesNo('simdi', 'Tehlike şu anda sürüyor mu?', 'Is the danger going on now?'),
      yesNo('112-arandi', '112 arandı mı?', 'Has 112 been called?'),
    ],
    causes: [
      ['Kavga', 'Fight'], ['Hırsızlık', 'Theft'], ['Tehdit', 'Threat'], ['Kamera isteği', 'Request for a camera'],
    ],
  }),
  topic('okul', 'Okul ve öğrenci', 'Schools and pupils', {
    said: 'okul servisi, okul kaydı, öğretmen yok, okul ısınmıyor, taşımalı eğitim, öğrenci yurdu, okul bahçesi',
    lead: 'halkla-iliskiler', due: working(8), notOurs: 'milli-egitim',
    ask: [words('okul', 'Hangi okul?', 'Which school?'), since],
    causes: [['Servis sorunu', 'School transport'], ['Bina sorunu', 'School building'], ['Kayıt sorunu', 'Enrolment']],
  }),
  topic('saglik-hizmeti', 'Sağlık hizmeti', 'Health services', {
    said: 'hastane randevusu, doktor yok, sağlık ocağı, aile hekimi, ambulans gelmedi, aşı, nöbetçi eczane',
    lead: 'halkla-iliskiler', due: working(8), personal: true, notOurs: 'saglik',
    ask: [
      yesNo('acil', 'Şu anda acil bir hasta var mı?', 'Is there an urgent patient now?'),
      words('kurum', 'Hangi kurum?', 'Which clinic or hospital?'),
    ],
    causes: [
      ['Randevu bulunamıyor', 'No appointment to be had'], ['Personel yok', 'No staff'],
      ['Bilgi isteği', 'Request for information'],
    ],
  }),
])
