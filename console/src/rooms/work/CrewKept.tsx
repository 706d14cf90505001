/** What has been noted or photographed here and is not simply done with: unsent, too late, or refused. */
import { Camera, CircleAlert, Send, Trash2 } from 'lucide-react'
import { Badge, Button, Notice } from '@akmasa/ui'
import { Problem } from '../../client.ts'
import { problemWords, useText } from '../../text.ts'
import type { Waiting } from './crew-day.ts'
import type { Crew } from './crew-sender.ts'

export function Kept({ items, crew }: { items: readonly Waiting[]; crew: Crew }) {
  const t = useText()
  return (
    <ul className="crew-kept">
      {items.map((item) => {
        const what = item.kind === 'photo' ? t(`work.shot.${item.shot}`) : t(`work.act.${item.act}`)
        if (item.state === 'waiting') return <li key={item.seq} className="line"><Badge tone="warning" icon={item.kind === 'photo' ? Camera : Send}>{t('work.crew.unsent')}</Badge><span>{what}</span>{item.kind === 'act' && item.words && <q>{item.words}</q>}</li>
        return (
          <li key={item.seq}>
            <Notice
              tone={item.state === 'late' ? 'warning' : 'danger'} title={`${item.number}: ${what}`}
              action={(
                <span className="line">
                  {item.state === 'refused' && <Button onPress={() => void crew.retry(item)}><Send aria-hidden />{t('work.crew.sendAgain')}</Button>}
                  <Button look="quiet" onPress={() => void crew.dismiss(item)}>{item.state === 'refused' ? <><Trash2 aria-hidden />{t('work.crew.throwAway')}</> : t('work.crew.understood')}</Button>
                </span>
              )}
            >
              {item.state === 'late' ? <p>{t(`work.crew.late.${item.because ?? 'cancelled'}`)}</p> : <p className="line"><CircleAlert aria-hidden />{problemWords(t, new Problem({ status: 409, code: item.code ?? 'unexpected', facts: { number: item.number } }))} {t('work.crew.refusedKept')}</p>}
              {item.kind === 'act' && item.words && <q>{item.words}</q>}
            </Notice>
          </li>
        )
      })}
    </ul>
  )
}
