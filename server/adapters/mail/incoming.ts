/**
 * Where citizens' answers by e-mail arrive: a listener of our own for SMTP (or LMTP, MAIL_IN_LMTP=1) on this machine alone,
 * at MAIL_IN_PORT, to which the town's mail server forwards MAIL_ANSWERS with anything behind a +. A letter is taken once it
 * stands in the database; before that it stays with the mail server, which brings it again.
 */
import { createHash } from 'node:crypto'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { MailIn } from '../../rooms/contact/index.ts'

export type MailInbox = {
  /** False: it belongs to no case. @throws anything: it was not kept, and must come again */
  mail(letter: MailIn): Promise<boolean>
}
export type MailDoor = { port: number; lmtp: boolean; /** `cevap@masa.example.bel.tr` */ answers: string }
/** @throws Error for a port without an address */
export function mailDoorFrom(env: NodeJS.ProcessEnv): MailDoor | undefined {
  if (!env.MAIL_IN_PORT) return undefined
  const port = Number(env.MAIL_IN_PORT)
  if (!env.MAIL_ANSWERS) throw new Error('MAIL_ANSWERS is needed beside MAIL_IN_PORT')
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('MAIL_IN_PORT is no port')
  return { port, lmtp: env.MAIL_IN_LMTP === '1', answers: env.MAIL_ANSWERS }
}

const mostBytes = 30 * 1024 * 1024
const refused = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

export async function startMailDoor({ port, lmtp, answers }: MailDoor, inbox: MailInbox, failed: (error: unknown) => void): Promise<{ port: number; stop(): Promise<void> }> {
  const [name = '', host = ''] = answers.toLowerCase().split('@')
  /** Undefined: not ours; null: ours, without a tag. */
  const tagOf = (address: string): string | null | undefined => {
    const [local = '', at = ''] = address.toLowerCase().split('@')
    if (at !== host || (local !== name && !local.startsWith(`${name}+`))) return undefined
    return local.slice(name.length + 1) || null
  }
  const server = new SMTPServer({
    lmtp, authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], size: mostBytes, maxClients: 20, socketTimeout: 60_000, logger: false, disableReverseLookup: true, banner: 'Ak Masa',
    onRcptTo: (address, _session, next) => next(tagOf(address.address) === undefined ? refused(550, 'No such address here') : undefined),
    onData: (stream, session, next) => {
      read(stream, session).then(() => next(), (error: unknown) => {
        if (error instanceof Error && 'responseCode' in error) return next(error)
        failed(error)
        next(refused(451, 'Not kept; please bring it again'))
      })
    },
  })
  async function read(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) parts.push(part)
    if (stream.sizeExceeded) throw refused(552, 'Too large')
    const raw = Buffer.concat(parts)
    const parsed = await simpleParser(raw, { skipImageLinks: true })
    const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
    let taken = false
    for (const { address } of session.envelope.rcptTo) taken = (await inbox.mail(letterOf(parsed, raw, sender, tagOf(address) ?? null))) || taken
    if (!taken) throw refused(550, 'This letter answers none of ours')
  }
  // What goes wrong on one connection is that client's trouble.
  server.on('error', () => {})
  await new Promise<void>((go, no) => {
    server.once('error', no)
    server.listen(port, '127.0.0.1', () => { server.off('error', no); go() })
  })
  const at = server.server.address()
  return { port: at && typeof at === 'object' ? at.port : port, stop: () => new Promise<void>((go) => { server.close(() => go()) }) }
}

const ids = (value: string | string[] | undefined): string[] => (Array.isArray(value) ? value.join(' ') : value ?? '').match(/<[^<>\s]{3,200}>/g) ?? []
const addressOf = (from: AddressObject | undefined): string => from?.value[0]?.address ?? ''

function letterOf(mail: ParsedMail, raw: Buffer, sender: string, tag: string | null): MailIn {
  const header = (key: string) => { const value = mail.headers.get(key); return typeof value === 'string' ? value.toLowerCase() : '' }
  const type = mail.headers.get('content-type')
  const kind = type !== undefined && typeof type === 'object' && 'params' in type ? `${String(type.value)} ${(type.params as Record<string, string>)['report-type'] ?? ''}`.trim().toLowerCase() : ''
  const report = kind === 'multipart/report delivery-status'
  // What a program answers says so (RFC 3834). A letter that came back is a report (RFC 6522), or has no sender (RFC 5321, 4.5.5) and does not say that it is an answer.
  const auto = header('auto-submitted')
  const delayed = report && /^action:\s*(delayed|delivered|relayed|expanded)/im.test(raw.toString('latin1')) && !/^action:\s*failed/im.test(raw.toString('latin1'))
  const bounce = !delayed && (report || (sender === '' && auto === ''))
  const automatic = delayed || kind.startsWith('multipart/report') || (auto !== '' && !auto.startsWith('no')) || ['bulk', 'auto_reply', 'junk', 'list'].includes(header('precedence')) || header('x-autoreply') !== '' || header('x-autorespond') !== ''
  const quoted = bounce ? (raw.toString('latin1').match(/^(?:original-)?message-id:\s*(<[^<>\s]+>)/gim) ?? []).flatMap((line) => ids(line)) : []
  return {
    messageId: (mail.messageId ?? '').slice(0, 300) || `none:${createHash('sha256').update(raw).digest('hex')}`, tag, answers: [...ids(mail.inReplyTo), ...ids(mail.references), ...quoted],
    from: addressOf(mail.from) || sender, subject: mail.subject?.slice(0, 300) ?? null, text: mail.text ?? '',
    attachments: bounce ? [] : mail.attachments.map((one) => ({ name: one.filename ?? 'ek', bytes: one.content })),
    automatic, bounce,
  }
}
