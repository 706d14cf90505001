export const identity = {
  signIn: { title: 'Giriş', words: 'Belediye hesabınızla girin.', email: 'E-posta', password: 'Şifre', submit: 'Giriş yap', ended: 'Oturumunuz kapandı. Yazdıklarınız bu bilgisayarda duruyor; girişten sonra kaldığınız yere dönersiniz.', forgot: 'Şifrenizi unuttuysanız sistem yöneticisini arayın.' },
  staff: {
    title: 'Personel', add: 'Hesap ekle', name: 'Ad soyad', email: 'E-posta', roles: 'Roller', directorate: 'Müdürlük', noDirectorate: 'Müdürlük yok', phone: 'Telefon', language: 'Dil', password: 'İlk şifre', state: 'Durum', left: 'Ayrıldı', active: 'Etkin',
    passwordRule: 'En az 12 karakter. Kişiye kendiniz verin; ilk girişte değiştirir.', added: 'Hesap eklendi: {{name}}', empty: 'Henüz hesap yok', emptyWords: 'İlk hesabı ekleyin.', filter: 'Ad veya e-posta ile ara',
    rolesNeeded: 'En az bir rol seçin.', phoneWrong: 'Telefon numarası geçerli değil.', make: 'Şifre üret', turkish: 'Türkçe', english: 'İngilizce',
  },
}
