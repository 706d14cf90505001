/** The room's door. */
import { citizensApi } from '../../../contracts/citizens.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { muhtarsAt } from './muhtar.store.ts'
import { citizensRoutes } from './routes.ts'
import { livingAt } from './store.ts'

export { type Asked, citizenById, citizensByIds, findByPhone, findCitizens, endMessages, findOrMake, type Found, mayAdvertise, mayMessage } from './citizens.ts'
export { knownByPhones } from './known.store.ts'
export { setMuhtar } from './muhtar.ts'
export { isMobile, normalisePhone } from './phone.ts'
export { seedCitizens } from './seed.ts'
export const citizensRoom: Room = { name: 'citizens', operations: mounted('citizens', citizensApi, citizensRoutes), uses: { place: async (tx, id) => ({ citizens: await livingAt(tx, id), muhtars: await muhtarsAt(tx, id) }) } }
