/** How often the settings stand in cases: numbers, told also to whoever may read no case. */
import type { UsesOf } from '../../platform/settings.ts'
import { countUsing } from './uses.store.ts'

export const casesUses: UsesOf = {
  topic: (tx, id) => countUsing(tx, 'topic', id),
  place: (tx, id) => countUsing(tx, 'place', id),
  institution: (tx, id) => countUsing(tx, 'institution', id),
  directorate: (tx, id) => countUsing(tx, 'directorate', id),
}
