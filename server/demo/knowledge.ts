/**
 * What an operator may read out. Hours, fees and days are said to be examples: the demonstration must mislead nobody about
 * the real town. Numbers of other bodies are those published nationwide.
 */
import type { Article, Bilingual } from './types.ts'

type Text = { title: [tr: string, en: string]; say: [tr: string, en: string]; more: [tr: string, en: string]; said: string; topics: string[]; of?: string }
const both = ([tr, en]: [string, string]): Bilingual => ({ tr, en })
const article = ({ title, say, more, said, topics, of }: Text): Article => ({
  kind: 'article', title: both(title), readOut: both(say), body: both(more), synonyms: said.split(', '), topics, places: [], directorate: of ?? null, fromHours: null, untilHours: null,
})
const announcement = (text: Text & { places: string[]; from: number; until: number }): Article =>
  ({ ...article(text), kind: 'announcement', places: text.places, fromHours: text.from, untilHours: text.until })

export const articles: readonly Article[] = [
  announcement({
    title: ['Karşıyaka Mahallesi’nde planlı su kesintisi (örnek)', 'Planned water cut in Karşıyaka neighbourhood (example)'],
    say: ['Karşıyaka Mahallesi’nde bugün planlı su kesintisi var. Ana boru yenileniyor. Suyun bu akşam verilmesi bekleniyor. Bu bir örnek duyurudur.', 'There is a planned water cut in Karşıyaka today. The main pipe is being renewed. Water should be back this evening. This is an example announcement.'],
    more: ['Kesinti süresince muslukları kapalı tutun. Su ilk geldiğinde bulanık olabilir; birkaç dakika akıtın.', 'Keep taps closed during the cut. Water may be cloudy at first; let it run for a few minutes.'],
    said: 'su yok, sular kesik, su ne zaman gelecek, su kesintisi, karşıyakada su', topics: ['su-kesintisi'], places: ['karsiyaka-mahallesi'], of: 'su-kanalizasyon', from: -2, until: 10,
  }),
  announcement({
    title: ['Cumhuriyet Caddesi’nde yol çalışması (örnek)', 'Road works on Cumhuriyet Street (example)'],
    say: ['Cumhuriyet Caddesi’nde asfalt çalışması var. Yol tek şeritten açık. Çalışma beş gün sürer. Minibüsler aynı duraklarda durur. Bu bir örnek duyurudur.', 'Cumhuriyet Street is being resurfaced. One lane stays open. The work takes five days. Minibuses keep their stops. This is an example announcement.'],
    more: ['Acelesi olan sürücüler sahil yolunu kullanabilir. İşyerlerine giriş açıktır.', 'Drivers in a hurry can take the shore road. Shops can be reached.'],
    said: 'yol kapalı mı, asfalt çalışması, cadde kazıldı, trafik neden tıkalı, yol ne zaman açılacak', topics: ['trafik-duzeni', 'asfalt-istegi'], places: ['cumhuriyet-mahallesi', 'saray-mahallesi'], of: 'fen-isleri', from: -24, until: 96,
  }),
  article({
    title: ['Belediye kaçta açılıyor, kaçta kapanıyor?', 'When is the municipality open?'],
    say: ['Belediye binası hafta içi 08.00–17.00 arasında açıktır, öğle arası 12.00–13.00. Hafta sonu ve resmî tatilde kapalıdır. Saatler örnektir. 153 her saat yanıt verir.', 'The town hall is open on weekdays from 8 to 17, closed from 12 to 13. It is closed at weekends and on holidays. These hours are an example. 153 answers at any hour.'],
    more: ['Saatler bu tanıtım kurulumu için örnektir.\n\nArife günleri yarım gün çalışılır.', 'The hours are an example of this demonstration.\n\nOn the eve of a religious holiday work ends at midday.'],
    said: 'belediye açık mı, mesai saati, çalışma saatleri, kaçta kapanıyor, öğle arası, cumartesi açık mı', topics: ['genel-bilgi'], of: 'halkla-iliskiler',
  }),
  article({
    title: ['Belediye nerede, hangi birim hangi katta?', 'Where is the municipality, and which office on which floor?'],
    say: ['Belediye hizmet binasının girişinde danışma var. Gideceğiniz birimi orada söyleyin, size katını gösterirler. Ödemeler zemin katta alınır. Kat bilgisi örnektir.', 'There is a desk at the entrance of the town hall. Say which office you need and they will show you the floor. Payments are taken on the ground floor. The floor is an example.'],
    more: ['Engelli girişi ve asansör için danışmadan yardım isteyin.', 'Ask at the desk for the step-free entrance and the lift.'],
    said: 'adres, belediye nerede, hangi kat, danışma, nasıl gidilir', topics: ['genel-bilgi'], of: 'halkla-iliskiler',
  }),
  article({
    title: ['Su faturası nereden ödenir?', 'Where can the water bill be paid?'],
    say: ['Su faturanızı belediye veznesinden, internetten belediyenin sayfasından ya da anlaşmalı bankadan ödeyebilirsiniz. Abone numaranız faturanın üst köşesindedir. Ödeme yolları örnektir.', 'You can pay the water bill at the town hall, on the municipality’s web site, or at a bank that takes it. Your customer number is in the upper corner of the bill. These ways are an example.'],
    more: ['Son ödeme günü geçen faturaya gecikme zammı eklenir.\n\nBorcunuz çoksa taksit için Mali Hizmetler Müdürlüğüne başvurun.', 'A bill paid late costs a surcharge.\n\nFor payment in parts apply to the finance directorate.'],
    said: 'su parası, su faturası ödeme, fatura yatırmak, su borcu, online ödeme, abone numarası', topics: ['odeme-borc', 'su-faturasi'], of: 'mali-hizmetler',
  }),
  article({
    title: ['Su aboneliği nasıl açılır?', 'How is a water account opened?'],
    say: ['Su aboneliği için kimlik, tapu ya da kira sözleşmesi ve DASK poliçesiyle Su ve Kanalizasyon Müdürlüğüne gelin. Belge listesi örnektir; gelmeden önce 153’ten doğrulayın.', 'To open a water account bring your identity card, title deed or lease, and earthquake insurance to the water directorate. The list is an example; check by 153 before you come.'],
    more: ['Eski abonenin borcu varsa önce o kapatılır.\n\nTaşınırken aboneliğinizi kapatmayı unutmayın.', 'Debts of the former account are settled first.\n\nRemember to close your account when you move.'],
    said: 'su açtırmak, abonelik, su bağlatmak, yeni eve su, su kapatma', topics: ['su-aboneligi'], of: 'su-kanalizasyon',
  }),
  article({
    title: ['Su arızası: suyum akmıyor, ne yapmalıyım?', 'My water has stopped: what should I do?'],
    say: ['Önce evinizin vanasına ve komşunuza bakın. Komşuda da yoksa mahallede arıza olabilir; adresinizi alıp ekibe iletelim. Yalnız sizde yoksa tesisatçı gerekebilir.', 'First check your own valve and ask a neighbour. If they have none either, it may be a fault in the area; we take your address and tell the crew. If only you have none, you may need a plumber.'],
    more: ['Planlı kesintiler duyurularda görünür.\n\nSayaçtan önceki arıza belediyenin, sayaçtan sonraki arıza abonenindir.', 'Planned cuts stand among the announcements.\n\nFaults before the meter are the municipality’s, after the meter the customer’s.'],
    said: 'su yok, musluk akmıyor, su kesik, su arıza, suyumuz akmıyor, basınç düşük', topics: ['su-kesintisi', 'su-basinci'], of: 'su-kanalizasyon',
  }),
  article({
    title: ['Emlak vergisi ne zaman, nasıl ödenir?', 'When and how is property tax paid?'],
    say: ['Emlak vergisi iki taksittir. Birinci taksit mart, nisan, mayıs aylarında; ikinci taksit kasım ayında ödenir. Vezneden ya da belediyenin internet sayfasından ödeyebilirsiniz.', 'Property tax is paid in two parts: the first in March, April or May, the second in November. Pay at the town hall or on the municipality’s web site.'],
    more: ['Ev, arsa ya da dükkân aldığınız yılın sonuna kadar bildirim verin.\n\nTek evi olan emekliler indirim için belgeleriyle başvurabilir.', 'Declare what you bought by the end of that year.\n\nPensioners with a single home can apply for relief with their documents.'],
    said: 'emlak vergisi, ev vergisi, arsa vergisi, taksit ne zaman, vergi yatırmak, emlak beyanı', topics: ['emlak-vergisi', 'odeme-borc'], of: 'mali-hizmetler',
  }),
  article({
    title: ['Nikâh için hangi belgeler gerekir?', 'Which papers are needed to marry?'],
    say: ['İki kişi birlikte gelir. Kimlik, dörder fotoğraf ve aile hekiminden sağlık raporu gerekir. Günü birlikte seçeriz. Belge ve ücret bilgisi örnektir; nikâh memurluğu doğrular.', 'Both come together. You need identity cards, four photographs each, and a health report from your family doctor. We choose the day together. Papers and fees are an example; the registrar confirms them.'],
    more: ['Boşanmış olanlar için kararın nüfusa işlenmiş olması gerekir.\n\nYabancı uyruklular için ek belgeler istenir.', 'After a divorce the decision must stand in the civil register.\n\nForeign citizens need further papers.'],
    said: 'nikah, evlenmek, nikah günü, evlilik belgeleri, nikah salonu, düğün tarihi almak', topics: ['nikah'], of: 'kultur-sosyal-isler',
  }),
  article({
    title: ['Cenazemiz var, ne yapmalıyız?', 'Somebody has died: what should we do?'],
    say: ['Başınız sağ olsun. Evde vefat varsa önce ölüm belgesi için hekim gerekir, 112’yi arayın. Belge olunca cenaze aracı ve defin için adresinizi alalım.', 'Our condolences. After a death at home a doctor must issue the certificate: call 112. With the certificate, give us your address for the hearse and the burial.'],
    more: ['Hastanede vefatta belgeyi hastane verir.\n\nCenaze hizmeti her saat verilir. Taziye evi isteğini de aynı başvuruya yazın.', 'In a hospital the certificate is issued there.\n\nFuneral services work at any hour. Note a wish for the condolence house in the same case.'],
    said: 'cenaze, vefat, ölüm, defin, cenaze aracı, gömmek, mezarlık, başsağlığı', topics: ['cenaze-hizmeti', 'mezar-yeri'], of: 'mezarliklar',
  }),
  article({
    title: ['Çöp bizim sokaktan hangi saatte alınıyor?', 'When is rubbish collected in our street?'],
    say: ['Çöpler mahallelerde her gün akşam, çarşıda günde iki kez alınır. Poşetin ağzını bağlayıp akşam 19.00’dan sonra konteynere koyun. Saatler örnektir.', 'Rubbish is collected every evening in the neighbourhoods and twice a day in the centre. Tie the bag and put it in the container after 19:00. The hours are an example.'],
    more: ['Karda araç giremeyen sokaklarda toplama gecikebilir.\n\nÇöpünüz alınmadıysa başvuru açtırın.', 'In snow, collection may be late where the lorry cannot pass.\n\nIf yours was left, have a case opened.'],
    said: 'çöp saati, çöp kamyonu ne zaman geliyor, çöp toplama, copler ne zaman alınır, konteyner', topics: ['cop-alinmadi'], of: 'temizlik-isleri',
  }),
  article({
    title: ['Eski eşyamı ve molozumu kim alır?', 'Who takes old furniture and rubble?'],
    say: ['Eski eşya için bize adresinizi verin, ekip gününü söyler. Kapı önüne günü gelmeden bırakmayın. Tadilat molozunu yaptıran kaldırtır; torba isteği için Temizlik İşleri ile görüşün.', 'For old furniture give us your address and the crew will name the day. Do not put it out before. Rubble is removed by whoever builds; ask the cleaning directorate about bags.'],
    more: ['Boş arsaya ya da dere kenarına moloz dökmenin cezası vardır.', 'Dumping rubble on empty plots or by streams is fined.'],
    said: 'eski koltuk, kanepe atmak, moloz, hafriyat, tadilat atığı, eşya aldırma', topics: ['eski-esya', 'moloz'], of: 'temizlik-isleri',
  }),
  article({
    title: ['Minibüs saatleri ve durakları nereden öğrenilir?', 'Where can I learn minibus times and stops?'],
    say: ['Şehir içi minibüsler örnek olarak sabah 06.30’dan akşam 22.00’ye kadar çalışır. Hangi mahalleden nereye gideceğinizi söyleyin, hattını birlikte bulalım.', 'As an example, town minibuses run from 6:30 to 22:00. Tell us from which neighbourhood to where, and we will find the line together.'],
    more: ['Kar ve buzda güzergâh değişebilir.\n\nŞoförle ilgili şikâyette plakayı ve saati sorun.', 'Routes may change in snow and ice.\n\nFor a complaint about a driver ask for plate and time.'],
    said: 'otobüs saatleri, dolmuş, minibüs kaçta, durak nerede, son minibüs, hat güzergahı', topics: ['minibus-hat', 'durak'], of: 'ulasim-hizmetleri',
  }),
  article({
    title: ['Yaşlı ve engelli kartı nasıl alınır?', 'How can I get a card for older or disabled passengers?'],
    say: ['Ücretsiz ulaşım için kimlik yeterlidir: 65 yaş üstü ve engelliler indirim hakkından yararlanır. Kart isteyenler kimlik ve engelli raporuyla Ulaşım Hizmetlerine başvurur. Uygulama örnektir.', 'Those over 65 and disabled people travel free with their identity card. For a card apply to the transport directorate with it and the disability report. The practice is an example.'],
    more: ['Refakatçi hakkı raporda yazıyorsa o da yararlanır.', 'An escort named in the report has the same right.'],
    said: 'engelli kartı, yaşlı kartı, 65 yaş, ücretsiz ulaşım, indirimli kart, öğrenci kartı', topics: ['minibus-hat'], of: 'ulasim-hizmetleri',
  }),
  article({
    title: ['İmar durumu belgesi nasıl alınır?', 'How can I get a zoning certificate?'],
    say: ['İmar durumu için tapu fotokopisi ve dilekçeyle İmar ve Şehircilik Müdürlüğüne başvurun. Ada ve parsel numarası gerekir; tapunuzda yazar. Telefonla imar bilgisi verilmez.', 'For a zoning certificate apply to the planning directorate with a copy of the title deed and a petition. Block and plot number are needed; they stand in the deed. Zoning is not told by telephone.'],
    more: ['Vekille gelinirse vekâletname istenir.\n\nÜcret yılın tarifesine göre alınır.', 'A representative brings a power of attorney.\n\nThe fee follows this year’s tariff.'],
    said: 'imar durumu, arsama ev yapabilir miyim, imar çapı, ada parsel, imar belgesi, plan', topics: ['imar-durumu'], of: 'imar-sehircilik',
  }),
  article({
    title: ['Yapı ruhsatı ve iskân için ne yapılır?', 'What is needed for a building or occupancy permit?'],
    say: ['Yapı ruhsatı için önce imar durumu, sonra mimar ve mühendis projeleri gerekir. İskân, inşaat bitince yapı denetimin yazısıyla istenir. Başvuru İmar ve Şehircilik Müdürlüğünedir.', 'A building permit needs the zoning certificate first, then the drawings of architect and engineers. Occupancy is asked for when the works are done. Both go to the planning directorate.'],
    more: ['Ruhsatsız başlanan yapı mühürlenir.\n\nBasit onarımda yine de bildirim gerekebilir; sorun.', 'Works begun without a permit are sealed.\n\nSimple repairs may still have to be notified; ask.'],
    said: 'inşaat ruhsatı, iskan, yapı kullanma izni, kat çıkmak, ev yaptırmak, ruhsat', topics: ['yapi-ruhsati'], of: 'imar-sehircilik',
  }),
  article({
    title: ['İşyeri açma ruhsatı için ne gerekir?', 'What is needed to open a shop?'],
    say: ['İşyeri ruhsatı için vergi kaydı, kira sözleşmesi ya da tapu ve kimlikle Ruhsat ve Denetim Müdürlüğüne gelin. İşe göre itfaiye uygunluğu ve ustalık belgesi istenir. Liste örnektir.', 'For a shop’s licence bring tax registration, lease or deed, and identity card to the licences directorate. Depending on the trade a fire certificate and a master’s certificate are asked for. The list is an example.'],
    more: ['Ruhsat almadan açılan işyeri kapatılabilir.\n\nTabela için ayrıca izin alın.', 'A shop opened without one can be closed.\n\nThe sign needs a permit of its own.'],
    said: 'dükkan açmak, işyeri ruhsatı, ruhsat almak, bakkal açmak, lokanta açmak, işyeri belgeleri', topics: ['isyeri-acma'], of: 'ruhsat-denetim',
  }),
  article({
    title: ['Pazar hangi gün, nerede kuruluyor?', 'On which day and where is the market?'],
    say: ['Semt pazarı örnek olarak pazartesi ve perşembe günleri kapalı pazar yerinde kurulur. Sabah 07.00’de açılır, hava kararınca kapanır. Bayramda gün değişebilir.', 'As an example, the market is held on Mondays and Thursdays in the covered market place. It opens at 7 and closes at dusk. On holidays the day may change.'],
    more: ['Pazarda fiyat etiketi zorunludur; tartı için zabıta görevlisinden yardım isteyin.', 'Prices must be shown; ask the municipal police to check a scale.'],
    said: 'pazar günü, pazar nerede, semt pazarı, perşembe pazarı, pazar kaçta açılıyor, pazarcı', topics: ['pazar-yeri'], of: 'zabita',
  }),
  article({
    title: ['Sokak hayvanı hasta veya yaralı, kim alır?', 'Who comes for a sick or injured street animal?'],
    say: ['Hayvanın yerini ve durumunu söyleyin, Veteriner İşleri ekibine iletelim. Yaklaşmayın, yemek ve su dışında bir şey vermeyin. Isırık varsa yarayı sabunlu suyla yıkayıp sağlık kuruluşuna gidin.', 'Tell us where it is and how it looks, and we tell the veterinary crew. Do not go near; give nothing but food and water. If it has bitten, wash the wound with soap and see a doctor.'],
    more: ['Kısırlaştırılan hayvanın kulağında küpe vardır.\n\nSahiplenmek isteyenler barınağa başvurabilir.', 'A neutered animal wears an ear tag.\n\nWhoever wants to adopt can ask the shelter.'],
    said: 'yaralı köpek, hasta kedi, sokak köpeği, veteriner, barınak, kısırlaştırma, köpek ısırdı', topics: ['yarali-hayvan', 'kisirlastirma', 'kopek-saldirisi'], of: 'veteriner-isleri',
  }),
  article({
    title: ['Kar temizliği hangi sırayla yapılıyor?', 'In which order is snow cleared?'],
    say: ['Önce hastane, itfaiye ve ana caddeler, sonra minibüs yolları, ardından ara sokaklar açılır. Diyaliz hastası, doğum ya da cenaze varsa hemen söyleyin; sıranın önüne alınır.', 'First the hospital, the fire station and main streets, then minibus routes, then side streets. If there is a dialysis patient, a birth or a funeral say so at once; that goes first.'],
    more: ['Kaldırım ve kapı önünü bina sakinleri açar.\n\nKarı yola atmayın; açılan yol yeniden kapanır.', 'Residents clear the pavement and their doors.\n\nDo not throw snow on the road; it closes again.'],
    said: 'kar ne zaman temizlenecek, yol kapalı kar, kar küreme, tuzlama, buz, sokağımız kardan kapalı', topics: ['yol-kar', 'buzlanma', 'kaldirim-kar', 'hasta-yolu-kar'], of: 'fen-isleri',
  }),
  article({
    title: ['Acil durumda hangi numara aranır?', 'Which number is called in an emergency?'],
    say: ['Can güvenliği için 112’yi arayın: ambulans, polis, jandarma, itfaiye ve orman yangını tek numaradır. Elektrik arızası 186, doğal gaz kaçağı 187, belediye 153.', 'If life is at risk call 112: ambulance, police, gendarmerie, fire and forest fire share one number. Power faults 186, gas leaks 187, the municipality 153.'],
    more: ['Eski numaralar (155 polis, 110 itfaiye, 156 jandarma) aramayı 112’ye yönlendirir.', 'The former numbers (155 police, 110 fire, 156 gendarmerie) lead to 112.'],
    said: '112, 155, polis numarası, itfaiye numarası, ambulans, jandarma, acil numara, elektrik arıza 186', topics: ['guvenlik-asayis', 'genel-bilgi', 'elektrik-kesintisi'], of: 'halkla-iliskiler',
  }),
  article({
    title: ['Muhtarımı nasıl bulurum, muhtarlık ne iş yapar?', 'How do I find my neighbourhood head, and what is done there?'],
    say: ['Hangi mahallede oturduğunuzu söyleyin, muhtarlığın yerini tarif edelim. İkametgâh ve nüfus kayıt örneğini e-Devlet’ten ya da nüfus müdürlüğünden de alabilirsiniz.', 'Tell us your neighbourhood and we describe where the office is. Proof of residence can also be had from e-Devlet or the civil registry.'],
    more: ['Muhtarlık bilgileri Muhtarlık İşleri Müdürlüğünde günceldir.', 'The directorate for neighbourhood heads keeps the list up to date.'],
    said: 'muhtar, muhtarlık nerede, ikametgah, muhtarın telefonu, yerleşim yeri belgesi', topics: ['muhtar-istegi', 'genel-bilgi'], of: 'muhtarlik-isleri',
  }),
  article({
    title: ['Evde bakım ve temizlik desteği kimlere verilir?', 'Who can get help at home?'],
    say: ['Yalnız yaşayan yaşlılar, yatağa bağlı hastalar ve engelliler için evde temizlik ve bakım desteği vardır. Kaydı birlikte açalım; görevli evde görüşüp karar verir. Koşullar örnektir.', 'There is help with cleaning and care for older people living alone, the bedridden and the disabled. We open a case together; somebody visits and decides. The conditions are an example.'],
    more: ['Sağlık hizmeti için aile hekimi ya da 182 üzerinden evde sağlık birimi aranır.', 'For medical care at home ask the family doctor or 182.'],
    said: 'evde bakım, yaşlı bakımı, hasta bakımı, engelli desteği, evde temizlik, hasta yatağı', topics: ['hasta-yasli-bakim'], of: 'sosyal-yardim-isleri',
  }),
  article({
    title: ['Gıda ve yakacak yardımına nasıl başvurulur?', 'How can I apply for food or fuel aid?'],
    say: ['Kimlik ve geçim durumunuzla Sosyal Yardım İşleri Müdürlüğüne başvurun ya da kaydınızı şimdi açalım. Görevli evi ziyaret eder. Düzenli para yardımı için Sosyal Yardımlaşma Vakfına, 144’e yönlendiririz.', 'Apply to the social aid directorate with identity card and your means, or let us open the case now. Somebody visits the home. For regular payments the Social Assistance Foundation, 144, is in charge.'],
    more: ['Yardım yılda kaç kez verilir, yılın kararına bağlıdır.\n\nBaşvuruda kira sözleşmesi ve fatura işe yarar.', 'How often aid is given depends on the year’s decision.\n\nA lease and a bill help the application.'],
    said: 'kömür yardımı, gıda kolisi, erzak, sosyal yardım, yardım almak istiyorum, soba odun', topics: ['gida-yardimi', 'yakacak-yardimi', 'duzenli-para-yardimi'], of: 'sosyal-yardim-isleri',
  }),
  article({
    title: ['Elektrik veya sokak lambası arızası kime bildirilir?', 'Who is told of a power cut or a dark street lamp?'],
    say: ['Elektrik kesintisi ve sokak lambası elektrik dağıtım şirketinindir, arıza hattı 186. Park ve sahildeki lambalar belediyenindir; onları biz kaydedelim.', 'Power cuts and street lamps belong to the electricity company, fault line 186. Lamps in parks and at the shore are ours; we take those down.'],
    more: ['Kopan tele yaklaşmayın; 112’yi arayın.', 'Keep away from a broken wire; call 112.'],
    said: 'elektrik yok, sokak lambası yanmıyor, ışık yok, karanlık sokak, elektrik kesik', topics: ['elektrik-kesintisi', 'sokak-lambasi', 'park-aydinlatmasi'],
  }),
  article({
    title: ['Başvurum ne oldu, nasıl öğrenirim?', 'What became of my case?'],
    say: ['Başvuru numaranızı söyleyin, şimdi bakalım. Numaranız yoksa telefonunuzla da bulabiliriz. Kişisel bilgi vermeden önce adınızı ve bir bilgiyi daha sorarız.', 'Tell us your case number and we look now. Without it we can find it by your telephone. Before we say anything personal we ask your name and one more thing.'],
    more: ['Operatör: sonucu yalnızca başvuru sahibine söyleyin.', 'Operator: tell the result to the person concerned only.'],
    said: 'başvurum ne oldu, takip numarası, sonuç, dilekçem, ne zaman yapılacak', topics: ['basvuru-durumu'],
  }),
  article({
    title: ['Bilgi edinme başvurusu nasıl yapılır?', 'How is a freedom of information request made?'],
    say: ['Bilgi edinme başvurusu imzalı dilekçeyle ya da belediyenin internet formuyla yapılır; telefonla alınmaz. Yanıt on beş iş günü içinde verilir, gerekirse otuz iş gününe uzar.', 'A freedom of information request is made by signed letter or the web form, not by telephone. The answer comes within fifteen working days, or thirty where it must be extended.'],
    more: ['Dilekçede ad, adres ve istenen belge açık yazılmalıdır.', 'Name, address and the document asked for must be clear.'],
    said: 'bilgi edinme, 4982, belge istemek, resmi yazı, dilekçe', topics: ['bilgi-edinme'], of: 'yazi-isleri',
  }),
  article({
    title: ['Kurslara ve etkinliklere nasıl katılırım?', 'How do I join courses and events?'],
    say: ['Kurs kayıtları eylül ve şubat aylarında kültür merkezinde yapılır; ücretsizdir. Çocuk, kadın ve genç kursları için yaş sınırını kayıt masası söyler. Aylar örnektir.', 'Courses are joined at the culture centre in September and February; they are free. The desk there tells the age limits. The months are an example.'],
    more: ['Salon ve halı saha ayırtmak için gün ve saatle başvurun.', 'To book a hall or a pitch, apply with day and time.'],
    said: 'kurs, yaz okulu, konser, tiyatro, etkinlik takvimi, halı saha, salon kiralama', topics: ['kurs-etkinlik', 'salon-saha'], of: 'kultur-sosyal-isler',
  }),
  article({
    title: ['Baca temizliği nasıl istenir?', 'How can I have a chimney swept?'],
    say: ['Baca temizliği için itfaiyeye başvurun; adresinizi ve bacanın kaç katlı evde olduğunu alalım, ekip gün verir. Duman geri tepiyorsa sobayı söndürün, camı açın ve 112’yi arayın.', 'The fire brigade sweeps chimneys; we take your address and how many storeys, and the crew names a day. If smoke comes back, put the fire out, open a window and call 112.'],
    more: ['Kış gelmeden yılda bir kez temizletin.', 'Have it done once a year, before winter.'],
    said: 'baca temizleme, soba tütüyor, baca tıkandı, duman geri tepiyor, baca', topics: ['baca-temizligi'], of: 'itfaiye',
  }),
]
