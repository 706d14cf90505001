/** Rooms tell one another by events, written in the same transaction as what happened. */
import { sql } from 'kysely'
import type { Audience, EventName, Fact } from '../../contracts/events.ts'
import { markPublished, type Tx } from './db.ts'

/**
 * Writes an event beside what it tells of; after the commit the relay hands it to listeners (at least once) and to browsers.
 * @param to who hears it in a browser; listeners in the server always do.
 */
export async function publish<E extends EventName>(tx: Tx, event: E, fact: Fact<E>, to: readonly Audience[] = []): Promise<void> {
  await sql`insert into outbox.event (name, fact, audience, at) values (${event}, ${JSON.stringify(fact)}::jsonb, ${[...to]}, ${tx.now})`.execute(tx)
  markPublished()
}

/** A room's ear: runs after the commit, at least once, so it must not mind hearing twice. */
export type Listener<E extends EventName = EventName> = (tx: Tx, fact: Fact<E>) => Promise<void>
export type Listeners = { [E in EventName]?: Record<string, Listener<E>> }
