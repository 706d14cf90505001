/** The few words components say by themselves; everything else is given to them. */
import { useLocale } from 'react-aria-components'

const words = {
  tr: { close: 'Kapat', open: 'Listeyi aç', more: 'Artır', less: 'Azalt', notifications: 'Bildirimler', optional: 'isteğe bağlı', none: 'Sonuç yok', loading: 'Yükleniyor', reference: 'Başvuru kodu' },
  en: { close: 'Close', open: 'Open the list', more: 'Increase', less: 'Decrease', notifications: 'Notifications', optional: 'optional', none: 'No results', loading: 'Loading', reference: 'Reference' },
}
export type UiLanguage = keyof typeof words

/** `tr` unless the page is in English. */
export function useUiLanguage(): UiLanguage {
  return useLocale().locale.startsWith('en') ? 'en' : 'tr'
}
export const useWords = () => words[useUiLanguage()]
