/** What we owe people a word about, as numbers. */
import { system } from '../../platform/actor.ts'
import { atMostEvery, type Probe } from '../../platform/metrics.ts'
import * as store from './measures.store.ts'

const notSent = atMostEvery(60_000, (db) => db.transaction(system('measures'), store.messagesNotSent))

export const contactProbe: Probe = {
  name: 'contact', role: 'worker',
  measures: {
    akmasa_messages: { help: 'Messages that have not gone out: queued, spooled because there is no gateway, failed for good.', label: 'status' },
    akmasa_messages_oldest_queued_seconds: { help: 'How long the first queued message has waited.' },
    akmasa_call_tasks_open: { help: 'People we owe a call.' },
    akmasa_call_tasks_oldest_seconds: { help: 'How long the first of them has waited.' },
  },
  async read(db) {
    const [messages, queued, tasks] = await Promise.all([notSent(db), db.transaction(system('measures'), store.oldestQueued), db.transaction(system('measures'), store.tasksOpen)])
    return {
      akmasa_messages: { queued: 0, spooled: 0, failed: 0, ...Object.fromEntries(messages.map((one) => [one.status, one.count])) },
      akmasa_messages_oldest_queued_seconds: queued,
      akmasa_call_tasks_open: tasks.count, akmasa_call_tasks_oldest_seconds: tasks.oldest,
    }
  },
}
