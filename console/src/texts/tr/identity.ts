export const identity = {
  signIn: { title: 'Giriş', words: 'Belediye hesabınızla girin.', email: 'E-posta', password: 'Şifre', submit: 'Giriş yap', ended: 'Oturumunuz kapandı. Yazdıklarınız bu bilgisayarda duruyor; girişten sonra kaldığınız yere dönersiniz.', forgot: 'Şifrenizi unuttuysanız sistem yöneticisini arayın.' },
  staff: {
    title: 'Personel', table: 'Hesaplar', add: 'Hesap ekle', name: 'Ad soyad', email: 'E-posta', roles: 'Roller', directorate: 'Müdürlük', noDirectorate: 'Müdürlük yok', phone: 'Telefon', phoneHint: 'İsteğe bağlı. Nöbette aranacak numara.', language: 'Dil', state: 'Durum', left: 'Ayrıldı', active: 'Etkin',
    empty: 'Henüz hesap yok', emptyWords: 'İlk hesabı ekleyin.', filter: 'Ad veya e-posta ile ara', nobody: 'Eşleşen hesap yok', nobodyWords: 'Adın başka bir parçasını yazın.',
    nameNeeded: 'Ad soyad yazın.', emailWrong: 'Geçerli bir e-posta adresi yazın.', rolesNeeded: 'En az bir rol seçin.', directorateNeeded: 'Birim sorumlusu ve müdür için müdürlük seçin.', phoneWrong: 'Telefon numarası geçerli değil.', turkish: 'Türkçe', english: 'İngilizce',
    passwordWords: 'İlk şifreyi sistem üretir ve bir kez gösterir.', added: 'Hesap eklendi', addedFor: 'Hesap: {{name}}', password: 'İlk şifre', once: 'Bu şifre yalnızca şimdi görünür. Kişiye kendiniz verin; ilk girişte değiştirmesi istenir.', copy: 'Kopyala', copied: 'Kopyalandı', understood: 'Şifreyi aldım',
  },
}
