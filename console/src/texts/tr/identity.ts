export const identity = {
  signIn: { title: 'Giriş', words: 'Belediye hesabınızla girin.', email: 'E-posta', password: 'Şifre', submit: 'Giriş yap', ended: 'Oturumunuz kapandı. Yazdıklarınız bu bilgisayarda duruyor; girişten sonra kaldığınız yere dönersiniz.', forgot: 'Şifrenizi unuttuysanız sistem yöneticisini arayın.', rootCertificate: 'Bu bilgisayara kök sertifikayı yükle' },
  welcome: {
    title: 'Hoş geldiniz', hello: 'Sayın {{name}}, {{municipality}} Ak Masa hesabınız için bir şifre belirleyin.', email: 'Giriş adınız', password: 'Yeni şifre', again: 'Yeni şifre, yeniden', rule: 'En az 12 karakter. Uzun bir cümle en iyisidir.',
    short: 'Şifre çok kısa. En az 12 karakter yazın.', differ: 'İki şifre aynı değil.', submit: 'Şifreyi belirle ve gir', until: 'Bağlantının süresi: {{time}}', over: 'Bağlantı geçerli değil', toSignIn: 'Girişe git', once: 'Bu bağlantı bir kez kullanılır. Şifrenizi kimseye söylemeyin; sistem yöneticisi de bilmez.',
  },
}
