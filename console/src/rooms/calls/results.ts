/** How a call ended, at a glance. Tone says whose turn it is: accent, we owe a call; warning, somebody gave up; neutral, nobody. */
import { PhoneCall, PhoneForwarded, PhoneIncoming, PhoneMissed, PhoneOff, PhoneOutgoing, Undo2, Unplug, Voicemail, type LucideIcon } from 'lucide-react'
import type { Tone } from '@akmasa/ui'
import type { CallResult } from '../../../../contracts/calls.ts'

export const results: Record<CallResult, { icon: LucideIcon; tone: Tone }> = {
  live: { icon: PhoneCall, tone: 'success' },
  answered: { icon: PhoneIncoming, tone: 'neutral' },
  abandoned_notice: { icon: PhoneMissed, tone: 'neutral' },
  abandoned_greeting: { icon: PhoneMissed, tone: 'neutral' },
  abandoned_queue: { icon: PhoneMissed, tone: 'warning' },
  abandoned_ringing: { icon: PhoneMissed, tone: 'warning' },
  call_back: { icon: Undo2, tone: 'accent' },
  voice_message: { icon: Voicemail, tone: 'accent' },
  forwarded: { icon: PhoneForwarded, tone: 'neutral' },
  no_answer: { icon: PhoneMissed, tone: 'warning' },
  refused: { icon: PhoneOff, tone: 'neutral' },
  lost: { icon: Unplug, tone: 'danger' },
  out_answered: { icon: PhoneOutgoing, tone: 'neutral' },
  out_no_answer: { icon: PhoneOff, tone: 'neutral' },
}
