/** Words of the test telephone. */
const tr = {
  title: 'Deneme telefonu', lead: 'Tarayıcıdan arayın; gerçek bir telefon gibi santrale bağlanır.', emergency: 'Bu bir deneme hattıdır. Hayati tehlike varsa 112’yi arayın.', other: 'English', home: 'Ana sayfa',
  as: 'Hangi numaradan arıyorsunuz?', asHint: 'Boş bırakırsanız numaranız gizli görünür.', to: 'Aranacak numara', call: 'Ara: {number}', answer: 'Yanıtla', hangUp: 'Kapat', decline: 'Geri çevir', keypad: 'Tuş takımı', again: 'Yeniden dene', key: '{digit} tuşu',
  connecting: 'Bağlanıyor…', ready: 'Hazır', dialling: 'Aranıyor…', ringing: 'Gelen çağrı: {number}', talking: 'Konuşuyorsunuz', ended: 'Görüşme bitti',
  offline: 'Bağlantı yok. Kendiliğinden yeniden denenir.', elsewhere: 'Deneme telefonu başka bir sayfada açıldı.', unavailable: 'Santral şu anda yanıt vermiyor. Biraz sonra yeniden deneyin.', demoOnly: 'Deneme telefonu yalnız deneme kurulumunda çalışır.',
  noMicrophone: 'Mikrofon açılamadı. Tarayıcıdan mikrofon izni verin, sonra yeniden arayın.', busy: 'Meşgul', refused: 'Bu numara aranamıyor. Yalnız belediyenin numaraları aranır.', failed: 'Arama yapılamadı', desk: 'belediye',
}
const en: typeof tr = {
  title: 'Test telephone', lead: 'Call from the browser; it reaches the switch like a real telephone.', emergency: 'This is a test line. If life is at risk, call 112.', other: 'Türkçe', home: 'Home',
  as: 'Which number are you calling from?', asHint: 'Left empty, your number is withheld.', to: 'Number to call', call: 'Call: {number}', answer: 'Answer', hangUp: 'Hang up', decline: 'Decline', keypad: 'Keypad', again: 'Try again', key: 'key {digit}',
  connecting: 'Connecting…', ready: 'Ready', dialling: 'Calling…', ringing: 'Incoming call: {number}', talking: 'You are in talk', ended: 'The call has ended',
  offline: 'No connection. It is tried again by itself.', elsewhere: 'The test telephone was opened in another page.', unavailable: 'The switch does not answer now. Try again in a moment.', demoOnly: 'The test telephone works in a demonstration only.',
  noMicrophone: 'The microphone could not be opened. Allow it in the browser, then call again.', busy: 'Busy', refused: 'This number cannot be called. Only the municipality’s numbers can.', failed: 'The call could not be made', desk: 'municipality',
}
export const texts = { tr, en }
export type Language = keyof typeof texts
export type Word = keyof typeof tr
