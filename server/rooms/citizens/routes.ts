import type { citizensApi } from '../../../contracts/citizens.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { changeCitizen, findCitizens } from './citizens.ts'
import { setMuhtar } from './muhtar.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const citizensRoutes: Handlers<typeof citizensApi> = { findCitizens, changeCitizen, setMuhtar }
