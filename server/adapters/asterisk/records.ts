/** Call records (CEL) as Asterisk writes them: one line of Master.csv each, columns as in ops/telephone/cel_custom.conf. */
import type { CallRecord } from '../../rooms/calls/index.ts'

/** Undefined for a line that a crash left unfinished. */
export function parseCallRecord(line: string): CallRecord | undefined {
  const columns = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map((match) => match[1]!.replaceAll('""', '"'))
  const [event, seconds, number = '', extension = '', , channel = '', app = '', legId = '', callId, peer = '', extra] = columns
  if (!event || !callId || extra === undefined || !(Number(seconds) > 0)) return undefined
  return { event, at: new Date(Number(seconds) * 1000), callId, legId, channel, number, extension, app, peer, facts: factsOf(extra) }
}

/** Asterisk's own extras are JSON; the dialplan's are `name=value&…` inside it. */
function factsOf(extra: string): Record<string, string> {
  if (!extra.startsWith('{')) return {}
  try {
    const { extra: ours, ...theirs } = JSON.parse(extra) as Record<string, unknown>
    const pairs = typeof ours === 'string' ? ours.split('&').filter(Boolean).map(pair) : []
    return Object.fromEntries([...Object.entries(theirs).map(([name, value]) => [name, String(value)] as const), ...pairs])
  } catch {
    return {}
  }
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
