/** The letter with the link, in the person's own language. */
import type { Bilingual, Language } from '../../../contracts/kit.ts'
import type { Mail } from '../../platform/mailer.ts'

export type InviteLetter = { name: string; email: string; language: Language; municipality: Bilingual; link: string; hours: number; again: boolean }

export function inviteLetter({ name, email, language, municipality, link, hours, again }: InviteLetter): Mail {
  const town = municipality[language]
  return { to: email, ...(language === 'tr' ? turkish(name, email, town, link, hours, again) : english(name, email, town, link, hours, again)) }
}

const turkish = (name: string, email: string, town: string, link: string, hours: number, again: boolean) => ({
  subject: again ? `${town}: yeni şifre bağlantınız` : `${town}: Ak Masa hesabınız`,
  text: [
    `Sayın ${name},`,
    again ? `${town} Ak Masa hesabınız için yeni bir şifre belirlemeniz istendi. Eski şifreniz artık geçerli değil.` : `${town} Ak Masa için adınıza bir hesap açıldı.`,
    `Şifrenizi şu bağlantıda kendiniz belirleyin:\n${link}`,
    `Giriş adınız: ${email}`,
    `Bağlantı bir kez ve ${hours} saat geçerlidir. Kimseyle paylaşmayın. Süresi dolarsa sistem yöneticinizden yenisini isteyin.`,
    'Bu mektubu beklemiyorsanız bir şey yapmayın ve sistem yöneticinize haber verin.',
  ].join('\n\n'),
})
const english = (name: string, email: string, town: string, link: string, hours: number, again: boolean) => ({
  subject: again ? `${town}: your new password link` : `${town}: your Ak Masa account`,
  text: [
    `Dear ${name},`,
    again ? `You have been asked to choose a new password for your Ak Masa account at ${town}. Your old password no longer works.` : `An Ak Masa account has been made for you at ${town}.`,
    `Choose your password here:\n${link}`,
    `You sign in as: ${email}`,
    `The link works once, within ${hours} hours. Share it with nobody. If it has run out, ask your administrator for another.`,
    'If you did not expect this letter, do nothing and tell your administrator.',
  ].join('\n\n'),
})
