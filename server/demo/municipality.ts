import type { IncomingNumber, Municipality, Queue } from './types.ts'

export const municipality: Municipality = {
  name: { tr: 'Tatvan Belediyesi', en: 'Tatvan Municipality' },
  province: 'Bitlis',
  provinceCode: '13',
  district: 'Tatvan',
  metropolitan: false,
  zone: 'Europe/Istanbul',
  centre: { lat: 38.5, lon: 42.28 },
  mainNumber: '153',
  nightMobile: '+905000000100',
}

export const queues: readonly Queue[] = [{ slug: 'main', name: { tr: 'Ak Masa ana kuyruk', en: 'Main queue' } }]

// Keys are spelled out because a synthesiser speaks these.
const keys = {
  tr: 'Acil durumlar için biri, sizi geri aramamız için ikiyi tuşlayın.',
  en: 'For an emergency press one, to be called back press two.',
}
const greeting = (tr: string, en: string) => ({ tr: `${tr} ${keys.tr}`, en: `${en} ${keys.en}` })

/**
 * Besides 153: the switchboard and two directorates' old lines, whose callers now reach the same desk.
 * Subscriber numbers never begin with 0, so these landlines can belong to nobody; a town types in its own.
 */
export const incomingNumbers: readonly IncomingNumber[] = [
  {
    number: '153', queue: 'main', directorate: null,
    name: { tr: 'Alo 153', en: 'Alo 153' },
    greeting: greeting('Ak Masa hattına hoş geldiniz.', 'Welcome to the contact centre.'),
  },
  {
    number: '+904340000001', queue: 'main', directorate: null,
    name: { tr: 'Santral (deneme numarası)', en: 'Switchboard (demo number)' },
    greeting: greeting('Belediye santraline hoş geldiniz.', 'Welcome to the switchboard.'),
  },
  {
    number: '+904340000002', queue: 'main', directorate: 'su-kanalizasyon',
    name: { tr: 'Eski su arıza hattı (deneme numarası)', en: 'Former water fault line (demo number)' },
    greeting: greeting('Su arıza hattına hoş geldiniz.', 'Welcome to the water fault line.'),
  },
  {
    number: '+904340000003', queue: 'main', directorate: 'zabita',
    name: { tr: 'Eski zabıta hattı (deneme numarası)', en: 'Former municipal police line (demo number)' },
    greeting: greeting('Zabıta hattına hoş geldiniz.', 'Welcome to the municipal police line.'),
  },
]

/** The announcement's name on the switch, for a number of ours. */
export const greetingOf = (number: string): string => `greeting-${number.replace(/\D/g, '')}`
