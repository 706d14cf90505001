/**
 * Keeps a draft while it is written: on the desk a second after the last key. A live thing with a scope of its own. When
 * somebody else changed the text meanwhile nothing is written over: both are held, and the person chooses.
 */
import type { Article, ArticleContent } from '../../../../contracts/knowledge.ts'

export type Saved = { is: 'saved' } | { is: 'saving' } | { is: 'waiting' } | { is: 'theirs'; theirs: Article } | { is: 'refused'; problem: unknown }
export type Writing = { page: Article; content: ArticleContent; saved: Saved; dirty: boolean }
type Desk = {
  save(given: { revision: number; content: ArticleContent }): Promise<Article>
  read(): Promise<Article>
  /** Null: the desk did not answer. */
  codeOf(problem: unknown): string | null
}
const pause = 1000
const backOff = (tries: number) => Math.min(15_000, 1000 * 2 ** tries)
export const wordsOf = (page: Article): ArticleContent => (page.open ?? page.current)!.content

export type ArticleKeeper = ReturnType<typeof keepArticle>
export function keepArticle(first: Article, desk: Desk) {
  let now: Writing = { page: first, content: wordsOf(first), saved: { is: 'saved' }, dirty: false }
  let timer: ReturnType<typeof setTimeout> | undefined
  let flying: Promise<void> | null = null
  let tries = 0
  const listeners = new Set<() => void>()
  function become(next: Partial<Writing>) {
    now = { ...now, ...next }
    for (const listener of listeners) listener()
  }
  const later = (ms: number) => { clearTimeout(timer); timer = setTimeout(() => void send(), ms) }

  function send(): Promise<void> {
    clearTimeout(timer)
    if (flying) return flying
    if (!now.dirty || now.saved.is === 'theirs') return Promise.resolve()
    const { content } = now
    become({ saved: { is: 'saving' } })
    flying = desk.save({ revision: now.page.revision, content }).then(
      (page) => {
        tries = 0
        become({ page, dirty: now.content !== content, saved: { is: 'saved' } })
      },
      async (problem: unknown) => {
        const code = desk.codeOf(problem)
        const theirs = code === 'knowledge.newer' ? await desk.read().catch(() => null) : null
        if (theirs) return become({ saved: { is: 'theirs', theirs } })
        if (code !== null && code !== 'knowledge.newer') return become({ saved: { is: 'refused', problem } })
        become({ saved: { is: 'waiting' } })
        later(backOff(tries++))
      },
    ).finally(() => {
      flying = null
      if (now.dirty && now.saved.is === 'saved') later(pause)
    })
    return flying
  }
  return {
    now: () => now,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change(content: ArticleContent) {
      if (now.saved.is === 'theirs') return
      become({ content, dirty: true, ...(now.saved.is === 'refused' ? { saved: { is: 'saved' } as const } : {}) })
      if (now.saved.is !== 'waiting') later(pause)
    },
    /** Everything written is on the desk: true. A command that follows speaks of what is seen. */
    async flush(): Promise<boolean> {
      for (let i = 0; i < 3 && (now.dirty || flying) && now.saved.is !== 'theirs' && now.saved.is !== 'refused'; i++) await send()
      return !now.dirty
    },
    /** The desk's newer word. What is being written here is not thrown away for it: its save will tell. */
    hear(page: Article) {
      if (page.revision <= now.page.revision || now.dirty || flying) return
      become({ page, content: wordsOf(page), saved: { is: 'saved' } })
    },
    /** After a command of one's own. */
    adopt: (page: Article) => become({ page, content: wordsOf(page), dirty: false, saved: { is: 'saved' } }),
    mine() {
      if (now.saved.is !== 'theirs') return
      become({ page: now.saved.theirs, saved: { is: 'saved' }, dirty: true })
      void send()
    },
    theirs() {
      if (now.saved.is === 'theirs') become({ page: now.saved.theirs, content: wordsOf(now.saved.theirs), dirty: false, saved: { is: 'saved' } })
    },
    /** The person leaves: no reason to wait. A desk that is away is asked again even then. */
    left: () => { if (now.saved.is !== 'waiting') void send() },
  }
}
