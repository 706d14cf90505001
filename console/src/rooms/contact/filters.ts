import type { z } from 'zod'
import { Message, MessageStatus } from '../../../../contracts/contact.ts'

export type TaskFilters = { status?: 'done' }
export const readTasks = (s: Record<string, unknown>): TaskFilters => (s.status === 'done' ? { status: 'done' } : {})
export type MessageFilters = { status?: z.infer<typeof MessageStatus>; channel?: Message['channel']; q?: string }
export function readMessages(s: Record<string, unknown>): MessageFilters {
  const status = MessageStatus.safeParse(s.status)
  const channel = Message.shape.channel.safeParse(s.channel), q = typeof s.q === 'string' ? s.q.trim().slice(0, 60) : ''
  return { ...(status.success && { status: status.data }), ...(channel.success && { channel: channel.data }), ...(q.length > 2 && { q }) }
}
