import type { contactApi } from '../../../contracts/contact.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { messages, resendMessage } from './contact.ts'
import { ledger } from './ledger.ts'
import { callTasks, finishCallTask, takeCallTask } from './tasks.ts'
import { previewToCitizen, writeToCitizen } from './writing.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const contactRoutes: Handlers<typeof contactApi> = { messages, resendMessage, callTasks, takeCallTask, finishCallTask, ledger, previewToCitizen, writeToCitizen }
