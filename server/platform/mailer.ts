/** Letters by e-mail. The adapter speaks to the server; nothing of it happens inside a transaction. */
export type Mail = {
  to: string; subject: string; text: string; html?: string; attachments?: readonly { name: string; type: string; bytes: Buffer }[]
  /** `<id@host>`: the same on every try. */
  messageId?: string
  replyTo?: string; /** Where a letter comes back to that cannot be delivered. */ envelopeFrom?: string
  /** Written by no person: programs do not answer it. */
  automatic?: boolean
}
/** `error` is for the log and the administrator; it carries no address and no word of the letter. */
export type Mailed = { sent: true } | { sent: false; error: string; /** `never`: the server will not take this one. */ again?: 'later' | 'never' }
/** Never throws: a letter that cannot go must not stop what it tells of. */
export type Mailer = { send(mail: Mail): Promise<Mailed> }
