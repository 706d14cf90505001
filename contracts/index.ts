/** Every operation of the desk, room by room. Routes, OpenAPI, the permission table and the browsers' client come from here. */
import { calendarsApi } from './calendars.ts'
import { callsApi } from './calls.ts'
import { casesApi } from './cases.ts'
import { citizensApi } from './citizens.ts'
import { contactApi } from './contact.ts'
import { identityApi } from './identity.ts'
import { importsApi } from './imports.ts'
import { insightsApi } from './insights.ts'
import { knowledgeApi } from './knowledge.ts'
import { placesApi } from './places.ts'
import { routingApi } from './routing.ts'
import { settingsApi } from './settings.ts'
import { statutoryApi } from './statutory.ts'

export const api = {
  identity: identityApi, places: placesApi, calendars: calendarsApi, citizens: citizensApi, routing: routingApi,
  settings: settingsApi,
  cases: casesApi, contact: contactApi, calls: callsApi,
  knowledge: knowledgeApi, insights: insightsApi,
  imports: importsApi,
  statutory: statutoryApi,
} as const
export type Api = typeof api
