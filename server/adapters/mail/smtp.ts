/**
 * A mail server spoken to by SMTP: MAIL_URL as `smtp://user:password@host:587` or `smtps://…:465`, MAIL_FROM as
 * `Alo 153 <alo153@example.bel.tr>`. A password leaves this machine only over TLS.
 */
import nodemailer from 'nodemailer'
import type { Mail, Mailed, Mailer } from '../../platform/mailer.ts'

export type MailServer = { url: string; from: string }
/** A person waits for the answer: a server that hangs is given up before she does. */
const timeouts = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 12_000 }
const here = /^(127\.|localhost$|\[::1\]$)/

/**
 * From the settings of the process; undefined when no mail server is named.
 * @throws Error for an address that is none, and for a server without a sender.
 */
export function mailServerFrom(env: NodeJS.ProcessEnv): MailServer | undefined {
  const { MAIL_URL: url, MAIL_FROM: from } = env
  if (!url) return undefined
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) throw new Error('MAIL_URL is not of the form smtp://user:password@host:port')
  if (!from) throw new Error('MAIL_FROM is needed beside MAIL_URL')
  return { url, from }
}

export function smtpMailer({ url, from }: MailServer): Mailer {
  const at = new URL(url)
  const secure = at.protocol === 'smtps:'
  const auth = at.username ? { user: decodeURIComponent(at.username), pass: decodeURIComponent(at.password) } : undefined
  const transport = nodemailer.createTransport({
    host: at.hostname.replace(/^\[|\]$/g, ''), port: Number(at.port) || (secure ? 465 : 587), secure, ...(auth && { auth }),
    requireTLS: auth !== undefined && !secure && !here.test(at.hostname), ...timeouts,
    // What a letter refers to is ours; nothing is fetched from files or addresses.
    disableFileAccess: true, disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, html, attachments, messageId, replyTo, envelopeFrom, automatic }: Mail): Promise<Mailed> {
      try {
        await transport.sendMail({
          from, to: { name: '', address: to }, subject, text, ...(html && { html }), ...(messageId && { messageId }), ...(replyTo && { replyTo }),
          ...(envelopeFrom && { envelope: { from: envelopeFrom, to } }), ...(automatic && { headers: { 'auto-submitted': 'auto-generated' } }),
          attachments: (attachments ?? []).map(({ name, type, bytes }) => ({ filename: name, contentType: type, content: bytes })),
        })
        return { sent: true }
      } catch (error) {
        return { sent: false, error: reasonOf(error), again: isFinal(error) ? 'never' : 'later' }
      }
    },
  }
}

/** RFC 5321, 4.2.1: 5xx is for good. What the letter is refused for may be; that we may not sign in will be mended. */
const isFinal = (error: unknown): boolean =>
  error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 550 && error.responseCode < 560

/** The kind of failure; a server's own words may hold the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  const answer = 'responseCode' in error && typeof error.responseCode === 'number' ? ` ${error.responseCode}` : ''
  return `${code}${answer}`
}
