/** Small pieces of a call that several screens show. */
import { PhoneOutgoing } from 'lucide-react'
import { Badge, clock, showPhone, useNow } from '@akmasa/ui'
import type { Call, CallResult } from '../../../../contracts/calls.ts'
import { useText } from '../../text.ts'
import { results } from './results.ts'
import { otherNumber } from './times.ts'

export function ResultBadge({ result }: { result: CallResult }) {
  const t = useText(), { icon, tone } = results[result]
  return <Badge tone={tone} icon={icon} title={t(`calls.result.${result}`)}>{t(`calls.result.${result}`)}</Badge>
}
/** The number of the other side as it is written here, with the name if it is known. */
export function OtherSide({ call }: { call: Pick<Call, 'direction' | 'from' | 'dialled' | 'citizenName'> }) {
  const t = useText(), number = otherNumber(call)
  return (
    <>
      {call.direction === 'out' && <><PhoneOutgoing aria-hidden /> <span className="unseen">{t('calls.outgoing')}</span></>}
      <span className="number">{number ? showPhone(number) : t('calls.hidden')}</span>
      {call.citizenName && <> <span className="person">{call.citizenName}</span></>}
    </>
  )
}
/** Waited or talked; counts on while the call runs. An ended call never changes, so it wakes once a day. */
export function Length({ call, of }: { call: Call; of: (call: Call, now: number) => number | null }) {
  const seconds = of(call, useNow(call.endedAt === null ? 1000 : 24 * 60 * 60_000).getTime())
  return seconds === null ? null : <span className="number">{clock(seconds)}</span>
}
