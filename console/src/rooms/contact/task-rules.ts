/** A call owed to a citizen: what can be done with it now, and how it looks. */
import { BellRing, MessageSquareReply, PhoneMissed, PhoneOff, Speech, Undo2, UserCheck, Voicemail, Handshake, type LucideIcon } from 'lucide-react'
import type { CallTask } from '../../../../contracts/contact.ts'

export const reasonIcons: Record<CallTask['reason'], LucideIcon> = { call_back: Undo2, voice_message: Voicemail, abandoned: PhoneMissed, tell_number: Speech, tell: Speech, check_number: PhoneOff, answer: MessageSquareReply, confirm: UserCheck, silence: BellRing, agree: Handshake }

export const isMine = (task: Pick<CallTask, 'status' | 'takenBy'>, me: string) => task.status === 'taken' && task.takenBy?.id === me

export type TaskCan = { take: boolean; call: boolean; listen: boolean; finish: boolean }
/** `work`: may this person do the desk's calls? `me`: her id, since two may bear one name. Whoever took it may have gone home: it can be tried to take over, and the desk says if that is too soon. */
export function taskCan(task: Pick<CallTask, 'status' | 'takenBy' | 'phone' | 'recorded' | 'callId'>, work: boolean, me: string): TaskCan {
  const owed = work && task.status !== 'done'
  return { take: owed && !isMine(task, me), call: owed && task.phone !== null, listen: task.recorded && task.callId !== null, finish: owed }
}
