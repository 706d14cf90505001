/** Every operation of the desk, room by room. Routes, OpenAPI, the permission table and the browsers' client come from here. */
import { agreementApi } from './agreement.ts'
import { calendarsApi } from './calendars.ts'
import { callsApi } from './calls.ts'
import { casesApi } from './cases.ts'
import { citizensApi } from './citizens.ts'
import { confirmationApi } from './confirmation.ts'
import { contactApi } from './contact.ts'
import { dutyApi } from './duty.ts'
import { escalationApi } from './escalation.ts'
import { identityApi } from './identity.ts'
import { importsApi } from './imports.ts'
import { insightsApi } from './insights.ts'
import { knowledgeApi } from './knowledge.ts'
import { placesApi } from './places.ts'
import { proposalsApi } from './proposals.ts'
import { routingApi } from './routing.ts'
import { silenceApi } from './silence.ts'
import { settingsApi } from './settings.ts'
import { statutoryApi } from './statutory.ts'
import { workApi } from './work.ts'

export const api = {
  identity: identityApi, places: placesApi, calendars: calendarsApi, citizens: citizensApi, routing: routingApi,
  settings: settingsApi,
  cases: casesApi, contact: contactApi, silence: silenceApi, calls: callsApi,
  knowledge: knowledgeApi, insights: insightsApi,
  imports: importsApi,
  duty: dutyApi,
  escalation: escalationApi,
  proposals: proposalsApi,
  agreement: agreementApi,
  confirmation: confirmationApi,
  statutory: statutoryApi,
  work: workApi,
} as const
export type Api = typeof api
