/** Alarms in words: what is wrong, and what becomes of calls meanwhile. */
import type { Board } from '../../../../contracts/calls.ts'
import type { T } from '../../text.ts'

export type Alarm = Board['alarms'][number]
export type AlarmWords = { title: string; words: string }

/** A code nobody wrote words for still gets a sentence, with the code to tell. */
export function alarmWords(t: T, { code, facts }: Pick<Alarm, 'code' | 'facts'>): AlarmWords {
  switch (code) {
    case 'switch.away': return { title: t('calls.alarm.switchAway'), words: t('calls.alarm.switchAwayWords') }
    case 'switch.none': return { title: t('calls.alarm.switchNone'), words: t('calls.alarm.switchNoneWords') }
    case 'disk.low': return {
      title: t('calls.alarm.diskLow'),
      words: facts.freeMegabytes === undefined ? t('calls.alarm.diskLowUnknown') : t('calls.alarm.diskLowWords', { megabytes: facts.freeMegabytes }),
    }
    case 'recordings.no_space': return { title: t('calls.alarm.recordingStopped'), words: t('calls.alarm.recordingStoppedWords') }
    case 'spoken.failed': return { title: t('calls.alarm.spokenFailed'), words: t('calls.alarm.spokenFailedWords', { keys: facts.keys ?? '' }) }
    case 'spoken.no_synthesiser': return { title: t('calls.alarm.noSynthesiser'), words: t('calls.alarm.noSynthesiserWords') }
    default: return { title: t('calls.alarm.other'), words: t('calls.alarm.otherWords', { code }) }
  }
}
