/** The citizens' pages behind a link: plain forms, answered by a button alone, and nothing of them in any log. */
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { addressOf, type Around, brokenPage, donePage, type Language, linkWords, type Mistakes, notMinePage, offerPage, plainPage, statePage, type Typed, type Way, ways, wordsPage } from '../portal/src/link-pages.ts'
import { system } from './platform/actor.ts'
import { type Db, isDatabaseAway } from './platform/db.ts'
import { type Form, multipartForm, readKept, urlencodedForm } from './platform/http/form.ts'
import { noteTrouble } from './platform/http/request-log.ts'
import { Refusal } from './platform/refusal.ts'
import type { Files } from './rooms/cases/index.ts'
import { municipality } from './rooms/identity/index.ts'
import { answerDone, answerOffer, type Look, look, looksLikeToken, markDone, notHers } from './rooms/resolution/index.ts'

type Town = Around['town']
type Purpose = 'agree' | 'confirm'
const by = system('link')
const mostPhoto = 20 * 1024 * 1024, mostWords = 2000
/** A little more than the photo for what is typed; what is beyond is read to its end and thrown away. */
const kept = mostPhoto + 64 * 1024, mostSent = 64 * 1024 * 1024

export const linkPages = (db: Db, files: Files) => async (parent: FastifyInstance): Promise<void> => {
  // Whoever guesses is slowed down; a link that is one always opens, however many share an address.
  const guesses = new RateLimiterMemory({ points: 20, duration: 600 })
  const presses = new RateLimiterMemory({ points: 40, duration: 600 })
  let town: Town = { name: { tr: '', en: '' }, mainNumber: '153', zone: 'Europe/Istanbul' }

  await parent.register(async (app) => {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, text, done) => done(null, urlencodedForm(String(text))))
    app.addContentTypeParser('multipart/form-data', async (request: FastifyRequest, stream: Readable) => multipartForm(await readKept(stream, kept, mostSent), request.headers['content-type'] ?? ''))
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow')
    })
    app.setErrorHandler((error, request, reply) => {
      const given = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
      const status = isDatabaseAway(error) ? 503 : given
      noteTrouble(request, { code: status === 500 ? 'unexpected' : `link.${status}`, ...(status === 500 && { error }) })
      return html(reply, plainPage({ town, language: languageOf(request), path: '' }, 'fail'), status)
    })

    for (const language of ['tr', 'en'] as const)
      for (const [letter, purpose] of [['o', 'agree'], ['t', 'confirm']] as const) {
        const at = `${language === 'en' ? '/en' : ''}/${letter}/:token`
        const config = { operation: `link.${purpose}` }
        const visit = (way: Way | undefined, show: Show): void => { app.get(way ? `${at}/${ways[language][way]}` : at, { config }, (request, reply) => open(request, reply, { language, letter, purpose, way }, show)) }
        const press = (way: Way | undefined, act: Act): void => {
          app.post(way ? `${at}/${ways[language][way]}` : at, { config, onRequest: async (request, reply) => known(request, reply, { language, purpose }) },
            async (request, reply) => answer(request, reply, { language, letter, purpose, way }, act))
        }
        visit(undefined, (around, seen) => shown(around, seen))
        visit('baskasi', (around, seen) => (seen.is === 'asks' || seen.is === 'now' ? notMinePage(around) : undefined))
        press('baskasi', async (token) => db.transaction(by, async (tx) => { await notHers(tx, purpose, token) }))
        if (purpose === 'confirm') {
          visit('duzelmedi', (around, seen) => (seen.is === 'asks' || (seen.is === 'now' && seen.mayReopen) ? brokenPage(around) : undefined))
          press(undefined, done)
          press('duzelmedi', broken)
          press('puan', mark)
        } else {
          for (const way of ['itiraz', 'vazgec'] as const) {
            visit(way, (around, seen) => (seen.is === 'asks' ? wordsPage({ ...around, way }) : undefined))
            press(way, words(way))
          }
          press(undefined, offer)
        }
      }
  })

  type At = { language: Language; letter: 'o' | 't'; purpose: Purpose; way: Way | undefined }
  /** Undefined: nothing to show here any more; the page of the link itself says how it is. */
  type Show = (around: Around, seen: Look) => string | undefined
  /** What is wrong with what was sent; otherwise it was done, or there was nothing to do any more. A way: she goes on there. */
  type Act = (token: string, form: Form, around: Around) => Promise<{ mistakes: Mistakes; typed: Typed; show: Show } | { to: Way } | void>

  async function open(request: FastifyRequest, reply: FastifyReply, at: At, show: Show) {
    const token = tokenOf(request)
    const seen = await db.transaction(by, async (tx) => { town = await municipality(tx); return look(tx, at.purpose, token) })
    if (seen.is === 'unknown') return unknown(request, reply, at.language)
    const around = aroundOf(at, token)
    if (seen.is === 'over' || seen.is === 'not_hers') return html(reply, shown(around, seen)!)
    const page = show(around, seen)
    return page ? html(reply, page) : reply.redirect(addressOf(around), 303)
  }
  /** Before a byte of the body is read: whoever has no link sends us nothing. */
  async function known(request: FastifyRequest, reply: FastifyReply, at: { language: Language; purpose: Purpose }) {
    const token = tokenOf(request)
    const seen = looksLikeToken(token) ? await db.transaction(by, (tx) => look(tx, at.purpose, token)) : undefined
    if (!seen || seen.is === 'unknown') return unknown(request, reply, at.language)
    if (await within(presses, createHash('sha256').update(token).digest('base64'))) return undefined
    return html(reply.header('retry-after', '600'), plainPage({ town, language: at.language, path: '' }, 'many'), 429)
  }
  async function answer(request: FastifyRequest, reply: FastifyReply, at: At, act: Act) {
    const token = tokenOf(request), around = aroundOf(at, token)
    const form = (request.body ?? { fields: {}, tooLarge: false }) as Form
    const wrong = await act(token, form, around)
    if (!wrong || 'to' in wrong) return reply.redirect(addressOf(around, wrong?.to), 303)
    const seen = await db.transaction(by, (tx) => look(tx, at.purpose, token))
    const page = wrong.show({ ...around, ...(at.way === 'puan' ? { way: undefined } : {}) } as Around, seen)
    return page ? html(reply, page, 422) : reply.redirect(addressOf(around), 303)
  }

  // ---- what is pressed

  async function done(token: string, { fields }: Form, around: Around): ReturnType<Act> {
    if (fields.answer === 'no') return { to: 'duzelmedi' }
    if (fields.answer !== 'yes') return { mistakes: { answer: linkWords[around.language].chooseDone }, typed: {}, show: (at, seen) => (seen.is === 'asks' ? donePage(at, seen.now, {}, { answer: linkWords[around.language].chooseDone }) : undefined) }
    await db.transaction(by, (tx) => answerDone(tx, files, token, { answer: 'fixed' }, by))
  }
  async function broken(token: string, { fields, file, tooLarge }: Form, around: Around): ReturnType<Act> {
    const t = linkWords[around.language], typed = { words: fields.words ?? '' }
    const mistakes: Mistakes = { ...wordsWrong(typed.words, t.wordsNeeded, t.wordsLong), ...(tooLarge && { photo: t.photoLarge }) }
    const wrong = (found: Mistakes) => ({ mistakes: found, typed, show: (at: Around, seen: Look) => (seen.is === 'asks' || (seen.is === 'now' && seen.mayReopen) ? brokenPage(at, typed, found) : undefined) })
    if (Object.keys(mistakes).length) return wrong(mistakes)
    try {
      await db.transaction(by, (tx) => answerDone(tx, files, token, { answer: 'not_fixed', words: typed.words, photo: file }, by))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'attachment.type') return wrong({ photo: t.photoType })
      if (error.code === 'attachment.too_large') return wrong({ photo: t.photoLarge })
      if (error.code !== 'case.cannot') throw error
    }
  }
  async function mark(token: string, { fields }: Form, around: Around): ReturnType<Act> {
    const t = linkWords[around.language], given = Number(fields.mark), typed = { mark: fields.mark ?? '', words: fields.words ?? '' }
    const mistakes: Mistakes = { ...(!(Number.isInteger(given) && given >= 1 && given <= 5) && { mark: t.markNeeded }), ...(typed.words.length > 1000 && { words: t.wordsLong }) }
    if (Object.keys(mistakes).length) return { mistakes, typed, show: (at, seen) => (seen.is === 'now' && seen.mayMark ? statePage(at, seen, typed, mistakes) : undefined) }
    await db.transaction(by, (tx) => markDone(tx, token, { mark: given, words: typed.words || undefined }))
  }
  async function offer(token: string, { fields }: Form, around: Around): ReturnType<Act> {
    if (fields.answer === 'objects') return { to: 'itiraz' }
    if (fields.answer === 'withdraws') return { to: 'vazgec' }
    const mistakes = { answer: linkWords[around.language].choose }
    if (fields.answer !== 'agreed') return { mistakes, typed: {}, show: (at, seen) => (seen.is === 'asks' && seen.proposal ? offerPage(at, seen.now, seen.proposal, {}, mistakes) : undefined) }
    await unlessLate(() => db.transaction(by, (tx) => answerOffer(tx, token, { answer: 'agreed' })))
  }
  function words(way: 'itiraz' | 'vazgec'): Act {
    return async (token, { fields }, around) => {
      const t = linkWords[around.language], typed = { words: fields.words ?? '' }
      const mistakes = wordsWrong(typed.words, way === 'itiraz' ? t.objectNeeded : t.withdrawNeeded, t.wordsLong)
      if (Object.keys(mistakes).length) return { mistakes, typed, show: (at, seen) => (seen.is === 'asks' ? wordsPage({ ...at, way }, typed, mistakes) : undefined) }
      await unlessLate(() => db.transaction(by, (tx) => answerOffer(tx, token, { answer: way === 'itiraz' ? 'objects' : 'withdraws', words: typed.words })))
    }
  }

  async function unknown(request: FastifyRequest, reply: FastifyReply, language: Language) {
    const free = await within(guesses, request.ip)
    if (!town.name[language]) town = await db.transaction(by, municipality)
    return html(free ? reply : reply.header('retry-after', '600'), plainPage({ town, language, path: '' }, free ? 'unknown' : 'many'), free ? 404 : 429)
  }
  const aroundOf = ({ language, letter, way }: At, token: string): Around => ({ town, language, path: `/${letter}/${token}`, ...(way && { way }) })
}

/** The page of the link itself. */
function shown(around: Around, seen: Look): string | undefined {
  if (seen.is === 'unknown') return undefined
  if (seen.is === 'over') return plainPage({ ...around, path: '' }, 'over')
  if (seen.is === 'not_hers') return plainPage({ ...around, path: '' }, 'notHers')
  if (seen.is === 'now') return statePage(around, seen)
  return seen.proposal ? offerPage(around, seen.now, seen.proposal) : donePage(around, seen.now)
}
const wordsWrong = (text: string, needed: string, long: string): Mistakes => (!text ? { words: needed } : text.length > mostWords ? { words: long } : {})
/** Somebody else was first, or the case went another way: the page says how it is. */
async function unlessLate(work: () => Promise<unknown>): Promise<void> {
  try { await work() } catch (error) {
    if (!(error instanceof Refusal) || !/^(agreement\.|case\.cannot)/.test(error.code)) throw error
  }
}
async function within(limit: RateLimiterMemory, key: string): Promise<boolean> {
  try { await limit.consume(key); return true } catch (error) {
    if (error instanceof RateLimiterRes) return false
    throw error
  }
}
const tokenOf = (request: FastifyRequest): string => (request.params as { token: string }).token
const languageOf = (request: FastifyRequest): Language => (request.url.startsWith('/en/') ? 'en' : 'tr')
const html = (reply: FastifyReply, page: string, status = 200) => reply.code(status).type('text/html; charset=utf-8').send(page)
