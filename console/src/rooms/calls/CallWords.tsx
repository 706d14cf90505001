/** Small pieces of a call that several screens show. */
import { PhoneOutgoing } from 'lucide-react'
import { Badge, clock, showPhone } from '@akmasa/ui'
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
      {call.citizenName && <> {call.citizenName}</>}
    </>
  )
}
export const Length = ({ seconds }: { seconds: number | null }) => (seconds === null ? null : <span className="number">{clock(seconds)}</span>)
