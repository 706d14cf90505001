import type { contactApi } from '../../../contracts/contact.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { messages } from './contact.ts'
import { callTasks, finishCallTask, takeCallTask } from './tasks.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const contactRoutes: Handlers<typeof contactApi> = { messages, callTasks, takeCallTask, finishCallTask }
