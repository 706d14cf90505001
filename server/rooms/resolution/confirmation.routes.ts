import type { confirmationApi } from '../../../contracts/confirmation.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { confirmations, notFixed, recordConfirmation, recordSatisfaction } from './confirmation.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const confirmationRoutes: Handlers<typeof confirmationApi> = { confirmations, notFixed, recordConfirmation, recordSatisfaction }
