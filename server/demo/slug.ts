import { fold } from '../../contracts/fold.ts'

/** Turkish text to a lower-case ASCII key: 'İçme suyu' gives 'icme-suyu'. */
export const slugOf = (text: string): string => fold(text).replaceAll(' ', '-')
