import type { z } from 'zod'
import { MessageStatus } from '../../../../contracts/contact.ts'

export type TaskFilters = { status?: 'done' }
export const readTasks = (s: Record<string, unknown>): TaskFilters => (s.status === 'done' ? { status: 'done' } : {})
export type MessageFilters = { status?: z.infer<typeof MessageStatus> }
export function readMessages(s: Record<string, unknown>): MessageFilters {
  const status = MessageStatus.safeParse(s.status)
  return status.success ? { status: status.data } : {}
}
