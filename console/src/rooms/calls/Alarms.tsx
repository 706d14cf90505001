import { Notice, Time } from '@akmasa/ui'
import { useText } from '../../text.ts'
import { alarmWords, type Alarm } from './alarm-words.ts'

/** What is wrong with the system, since when, and what becomes of calls meanwhile. */
export function AlarmList({ alarms }: { alarms: readonly Alarm[] }) {
  const t = useText()
  return (
    <ul className="stack">
      {alarms.map((a) => {
        const { title, words } = alarmWords(t, a)
        return <li key={a.code}><Notice tone="danger" title={title}><span>{words}</span><span className="meta">{t('calls.alarm.since')}: <Time at={a.since} /></span></Notice></li>
      })}
    </ul>
  )
}
