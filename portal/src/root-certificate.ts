/** The page that helps to install the root certificate of the desk's own authority, once on every computer. Works without JavaScript. */
import { citizensPage } from './home.ts'

export type Root = { fingerprint: string; until: Date; language: 'tr' | 'en' }

const texts = {
  tr: {
    title: 'Güvenli bağlantı', other: 'English', download: 'Kök sertifikayı indir',
    lead: 'Bu masanın adresine yalnız bu ağın kendi kök sertifikası kefildir. Onu bu bilgisayara bir kez yükleyin; tarayıcı bundan sonra uyarmaz, mikrofon çalışır.',
    compare: 'Yüklemeden önce parmak izini karşılaştırın', compareWords: 'Aşağıdaki satır, sistem yöneticisinin masayı başlatırken gördüğü satırla aynı olmalı. Değilse yüklemeyin, yöneticiyi arayın.',
    until: 'Geçerlilik sonu', limits: 'Bu sertifika yalnız bu ağdaki adreslere kefil olabilir; başka hiçbir siteye olamaz.',
    windows: ['İndirdiğiniz root-certificate.crt dosyasına çift tıklayın ve “Sertifika Yükle” düğmesine basın.', 'Bilgisayarı başkaları da kullanıyorsa “Yerel Makine” seçeneğini seçin.',
      'Depoyu kendiniz seçin: “Güvenilen Kök Sertifika Yetkilileri”.', 'Bitirin, sorulan onayı verin. Chrome veya Edge’i kapatıp yeniden açın.'],
    linux: 'Chrome ve Chromium kendi deposuna bakar. libnss3-tools paketini kurun, sonra dosyanın bulunduğu klasörde, masayı kullanacak kişinin hesabıyla:',
    linuxSystem: 'Sistemin öteki programları için (isteğe bağlı):',
    firefox: ['Ayarlar → Gizlilik ve güvenlik → Sertifikalar → Sertifikaları göster.', '“Makamlar” sekmesinde “İçe aktar” düğmesine basın, indirdiğiniz dosyayı seçin.', '“Web sitelerini tanımlamak için bu makama güven” kutusunu işaretleyin.'],
    back: 'Girişe dön',
  },
  en: {
    title: 'A secure connection', other: 'Türkçe', download: 'Download the root certificate',
    lead: 'Only this network’s own root certificate vouches for the address of this desk. Install it on this computer once; from then on the browser does not warn, and the microphone works.',
    compare: 'Compare the fingerprint before you install it', compareWords: 'The line below must be the same as the one the administrator saw when starting the desk. If it is not, do not install it; call the administrator.',
    until: 'Valid until', limits: 'This certificate can vouch for addresses of this network only, and for no other site.',
    windows: ['Double-click the downloaded root-certificate.crt and press “Install Certificate”.', 'If others use this computer too, choose “Local Machine”.',
      'Choose the store yourself: “Trusted Root Certification Authorities”.', 'Finish and confirm. Close Chrome or Edge and open it again.'],
    linux: 'Chrome and Chromium look into a store of their own. Install the package libnss3-tools, then, in the folder with the file and as the person who will use the desk:',
    linuxSystem: 'For the system’s other programs (optional):',
    firefox: ['Settings → Privacy & Security → Certificates → View Certificates.', 'On the tab “Authorities” press “Import” and choose the downloaded file.', 'Tick “Trust this CA to identify websites”.'],
    back: 'Back to signing in',
  },
} as const

const steps = (lines: readonly string[]) => `<ol>${lines.map((line) => `<li>${line}</li>`).join('')}</ol>`
/** Wide enough for a heading of two lines. */
const heading = (text: string) => `<h2 style="line-height:1.3">${text}</h2>`
const code = (text: string) => `<p><code style="overflow-wrap:anywhere;font-size:16px">${text}</code></p>`

export function rootCertificatePage({ fingerprint, until, language }: Root): string {
  const t = texts[language]
  const other = language === 'tr' ? 'en' : 'tr'
  const day = new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(until)
  return citizensPage(language, `${t.title} – Ak Masa`, `
<header><strong>Ak Masa</strong><a href="/root-certificate${other === 'en' ? '/en' : ''}" lang="${other}" hreflang="${other}">${t.other}</a></header>
<main><h1>${t.title}</h1><p>${t.lead}</p>
<p><a class="call" href="/root-certificate.crt">${t.download}</a></p>
<section class="panel">${heading(t.compare)}<p>${t.compareWords}</p>${code(fingerprint)}<p class="quiet">SHA-256. ${t.until}: ${day}. ${t.limits}</p></section>
${heading('Windows')}${steps(t.windows)}
${heading('Linux')}<p>${t.linux}</p>
${code('mkdir -p $HOME/.pki/nssdb &amp;&amp; certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n &quot;Ak Masa&quot; -i root-certificate.crt')}
<p>${t.linuxSystem}</p>
${code('sudo openssl x509 -in root-certificate.crt -out /usr/local/share/ca-certificates/ak-masa.crt && sudo update-ca-certificates'.replaceAll('&', '&amp;'))}
${heading('Firefox')}${steps(t.firefox)}
<p><a href="/">${t.back}</a></p>
</main>`)
}
