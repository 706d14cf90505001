/** From the key to the painted answer on the operator's screen, with 2,000 texts; beside it a search that finds nothing. */
import type { Browser, Page } from 'playwright-core'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { signedIn } from '../journeys/support/browser.ts'
import type { House } from '../journeys/support/house.ts'
import { ratio, spread, told } from './figures.ts'

const texts = 2000
const subjects = ['Su faturası', 'Çöp saatleri', 'Minibüs hattı', 'Emlak vergisi', 'Nikâh belgeleri', 'Pazar yeri', 'Kar temizliği', 'İmar durumu', 'Sosyal yardım', 'Park bakımı']
const details = ['nereden ödenir', 'kaçta başlar', 'kime sorulur', 'nasıl alınır', 'ne zaman yenilenir', 'hangi gün açıktır', 'hangi belge gerekir']
/** Beginnings of words, as they are typed; each is measured from its last key. */
const typed = ['su', 'fatura', 'minibus', 'emlak vergisi', 'nikah belge', 'pazar', 'kar temizligi', 'imar', 'yardim', 'park bakimi']

export async function knowledgeSearch(house: House, browser: Browser, cluster: string) {
  const url = new URL(cluster)
  url.pathname = '/akmasa'
  const database = new pg.Client({ connectionString: url.href })
  await database.connect()
  await fill(database)
  await database.end()

  const { page, context } = await signedIn(browser, house, house.account('operator'))
  await page.keyboard.press('Alt+8')
  const search = page.locator('[data-answer-search] input')
  // Asked before, an answer comes from the browser's own memory: each time another number behind the words.
  const run = async (words: readonly string[], times: number) => {
    const measured: number[] = []
    for (let n = 0; n < times; n++) for (const one of words) measured.push(await lastKey(page, `${one} ${n + 1}`.trim()))
    return measured
  }
  await search.waitFor()
  await lastKey(page, 'su fat') // the index is made at the first search after a change
  const found = spread(await run(typed, 3))
  const empty = spread(await run(['zzqx', 'qqzx', 'xxqz', 'wzqx', 'zxqw', 'qzxw', 'xwqz', 'qxzz', 'wxqq', 'zwxq'], 3))
  await context.close()
  const result = { target: 100, texts, found, empty, times: ratio(found.p50, empty.p50) }
  console.log(`Answers among ${texts} texts, last key to painted: ${told(found)} (target: under ${result.target} ms)`)
  console.log(`  where nothing is found: ${told(empty)}; finding takes ${result.times} times as long`)
  return result
}

async function fill(database: pg.Client): Promise<void> {
  const { rows } = await database.query<{ id: string }>('select id from routing.topic where parent_id is not null order by slug limit 50')
  await database.query('begin')
  for (let i = 0; i < texts; i++) {
    const title = `${subjects[i % subjects.length]} ${details[i % details.length]} ${i}`, id = uuidv7()
    const say = { tr: `${title}. Ölçüm için yazılmış bir yanıttır; okunacak metin kısadır ve iki cümledir.`, en: '' }
    const content = {
      directorateId: null, title: { tr: title, en: '' }, readOut: say, body: { tr: `${say.tr} Ayrıntısı ${i} numaralı kayıttadır.\n\nİkinci paragraf.`, en: '' },
      synonyms: [`${subjects[(i + 3) % subjects.length]} sorusu`, `ölçüm ${i}`], topicIds: [rows[i % rows.length]!.id], placeIds: [], validFrom: null, validUntil: null,
    }
    await database.query(`insert into knowledge.article (id, kind, changed_at, changed_by) values ($1, 'article', now(), 'system:bench')`, [id])
    await database.query(`insert into knowledge.version (article_id, number, status, content, written_at, written_by, writers, published_at, published_by)
      values ($1, 1, 'published', $2, now(), 'system:bench', '{}', now(), 'system:bench')`, [id, JSON.stringify(content)])
  }
  await database.query('commit')
}

type Watching = { akmasaSeen: Promise<number> }
/** Milliseconds from the last key of these words until the answer to them is painted: two frames after it has arrived. */
async function lastKey(page: Page, words: string): Promise<number> {
  const search = page.locator('[data-answer-search] input')
  await search.fill('')
  await page.keyboard.type(words.slice(0, -1))
  await page.evaluate((whole) => {
    Object.assign(globalThis, {
      akmasaSeen: new Promise<number>((seen) => {
        let from = Number.NaN
        addEventListener('keydown', () => { from = performance.now() }, { once: true, capture: true })
        const hear = new PerformanceObserver((list) => {
          if (!list.getEntries().some((e) => new URL(e.name).searchParams.get('q') === whole)) return
          hear.disconnect()
          requestAnimationFrame(() => requestAnimationFrame(() => seen(performance.now() - from)))
        })
        hear.observe({ type: 'resource' })
      }),
    })
  }, words)
  await page.keyboard.press(words.at(-1)!)
  return page.evaluate(() => (globalThis as unknown as Watching).akmasaSeen)
}
