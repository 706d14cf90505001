/** How a message to a citizen stands, at a glance, and whether words can leave the house at all. */
import { CheckCheck, CircleX, Clock, Inbox, Phone, Send, Volume2, type LucideIcon } from 'lucide-react'
import type { Tone } from '@akmasa/ui'
import type { Message } from '../../../../contracts/contact.ts'
import type { T } from '../../text.ts'

export const messageStates: Record<Message['status'], { icon: LucideIcon; tone: Tone }> = {
  queued: { icon: Clock, tone: 'accent' },
  sent: { icon: Send, tone: 'info' },
  delivered: { icon: CheckCheck, tone: 'success' },
  failed: { icon: CircleX, tone: 'danger' },
  spooled: { icon: Inbox, tone: 'warning' },
  read_out: { icon: Volume2, tone: 'neutral' },
  to_call: { icon: Phone, tone: 'warning' },
}
const known = ['wrong_number', 'stop', 'bounced', 'no_need', 'refused', 'unexpected_answer'] as const
/** Why it did not arrive: in words where they are ours, else as the gateway says it. */
export const errorWords = (t: T, error: string): string => {
  const ours = known.find((one) => one === error)
  return ours ? t(`contact.error.${ours}`) : t('contact.message.error', { error })
}
/** The newest SMS that had its turn tells: older ones may stand from before a gateway was connected. Rows newest first. */
export const gatewayMissing = (rows: readonly Pick<Message, 'channel' | 'status'>[]) => rows.find((m) => m.channel === 'sms' && m.status !== 'queued')?.status === 'spooled'
