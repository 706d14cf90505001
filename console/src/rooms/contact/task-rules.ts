/** A call owed to a citizen: what can be done with it now, and how it looks. */
import { PhoneMissed, Speech, Undo2, Voicemail, type LucideIcon } from 'lucide-react'
import type { CallTask } from '../../../../contracts/contact.ts'

export const reasonIcons: Record<CallTask['reason'], LucideIcon> = { call_back: Undo2, voice_message: Voicemail, abandoned: PhoneMissed, tell_number: Speech }

export type TaskCan = { take: boolean; call: boolean; listen: boolean; finish: boolean }
/** `work`: may this person do the desk's calls? Whoever took it need not be there any more, so a taken one can still be called and finished. */
export function taskCan(task: Pick<CallTask, 'status' | 'phone' | 'recorded' | 'callId'>, work: boolean): TaskCan {
  const owed = work && task.status !== 'done'
  return { take: work && task.status === 'open', call: owed && task.phone !== null, listen: task.recorded && task.callId !== null, finish: owed }
}
