/**
 * Run before the server, by the launcher or the service: migrates, and writes the rows a municipality begins with.
 * Idempotent: what an administrator has changed since is not touched by a later start.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bilingual } from '../contracts/kit.ts'
import * as demo from './demo/index.ts'
import { system } from './platform/actor.ts'
import { wallClock } from './platform/clock.ts'
import { type Db, openDb, type Tx } from './platform/db.ts'
import { migrate } from './platform/migrate.ts'
import { seedCalendars, seedDirectorateCalendars, seedHolidays, seedOnCall } from './rooms/calendars/index.ts'
import { seedCalls } from './rooms/calls/index.ts'
import { seedCases } from './rooms/cases/index.ts'
import { seedCitizens } from './rooms/citizens/index.ts'
import { seedTemplates, seedWords } from './rooms/contact/index.ts'
import { ensureFirstAdministrator, municipality, seedDemoStaff, seedDirectorates, seedMunicipality } from './rooms/identity/index.ts'
import { seedKnowledge } from './rooms/knowledge/index.ts'
import { placeIds, seedInstitutions, seedLandmarks, seedPlaces } from './rooms/places/index.ts'
import { seedCrews, seedLoop, seedProposalTemplates } from './rooms/resolution/index.ts'
import { seedTopics } from './rooms/routing/index.ts'

export type DemoAccount = { email: string; password: string; name: string; roles: string[]; directorate: string | null }

/** Rows any municipality of the country begins with; it changes them in the console. */
async function seedBase(tx: Tx, name: Bilingual): Promise<void> {
  await seedHolidays(tx, demo.holidays)
  await seedCalendars(tx, demo.calendars)
  // The texts open with the sender's name, as whoever gets an SMS wants to see first.
  const named = (text: string, language: 'tr' | 'en') => text.replaceAll(demo.municipality.name[language], name[language])
  await seedProposalTemplates(tx, demo.proposalTemplates)
  await seedTemplates(tx, demo.messages.map((m) => ({ ...m, tr: named(m.tr, 'tr'), en: named(m.en, 'en') })))
}
const reasons = { pauseReasons: [...demo.pauseReasons], wrapUpCodes: [...demo.wrapUpCodes] }

const unnamed: Bilingual = { tr: 'Belediyemiz', en: 'Our municipality' }
/** A municipality without a name yet: one line, 153, and an administrator who does the rest. */
export async function seedEmpty(tx: Tx): Promise<void> {
  await seedMunicipality(tx, { ...demo.municipality, name: unnamed, centre: { lat: 39, lon: 35 } }, { country: 'TR', demo: false })
  await seedBase(tx, unnamed)
  const line = { number: '153', name: { tr: 'Alo 153', en: 'Alo 153' }, greeting: 'greeting', queue: 'main', directorateId: null, language: 'tr' as const }
  await seedCalls(tx, { numbers: [line], spoken: [], setting: { mobile: null, ownNumber: '153' }, ...reasons })
}

/** The demonstration municipality, all but its accounts and past cases. */
export async function seedDemo(tx: Tx): Promise<void> {
  await seedMunicipality(tx, demo.municipality, { country: 'TR', demo: true })
  const directorates = await seedDirectorates(tx, demo.directorates)
  await seedInstitutions(tx, demo.institutions)
  await seedPlaces(tx, demo.places)
  await seedLandmarks(tx, demo.landmarks)
  await seedBase(tx, demo.municipality.name)
  await seedDirectorateCalendars(tx, demo.directorates)
  await seedTopics(tx, demo.topicGroups, demo.topics)
  await seedKnowledge(tx, demo.articles)
  const numbers = demo.incomingNumbers.map((line) => ({
    number: line.number, name: line.name, greeting: demo.greetingOf(line.number), queue: line.queue, directorateId: directorates.get(line.directorate ?? '') ?? null, language: 'tr' as const,
  }))
  const spoken = demo.incomingNumbers.map((line) => ({ key: demo.greetingOf(line.number), ...line.greeting }))
  await seedCalls(tx, { numbers, spoken, setting: { mobile: demo.municipality.nightMobile, ownNumber: demo.municipality.mainNumber }, ...reasons })
}

/** People, accounts and a few weeks of work. @returns the accounts, with passwords made for this municipality alone. */
export async function seedDemoPeople(db: Db): Promise<DemoAccount[]> {
  const staff = demo.staff.map((person) => ({ ...person, password: randomBytes(9).toString('base64url') }))
  await seedDemoStaff(db, staff, await db.transaction(system('set-up'), placeIds))
  await db.transaction(system('set-up'), async (tx) => {
    await seedOnCall(tx, demo.directorates)
    await seedCrews(tx, demo.crews, demo.staff)
    // On a case a landmark is words, as a caller would say it.
    const landmarkName = new Map(demo.landmarks.map((l) => [l.slug, l.name.tr]))
    const past = demo.pastCases.map((c) => ({ ...c, landmark: c.landmark && (landmarkName.get(c.landmark) ?? c.landmark) }))
    await seedCases(tx, past, await seedCitizens(tx, demo.citizens))
    await seedWords(tx, past)
  })
  await seedLoop(db, demo.loopCases)
  return staff.map(({ email, password, name, role, directorate }) => ({ email, password, name, roles: [role], directorate: directorate ?? null }))
}

const begun = (tx: Tx): Promise<boolean> => municipality(tx).then(() => true, () => false)

/** @param dataDir where accounts made here are told of: `demo-accounts.json` or `first-administrator.json`, readable by their owner alone. */
export async function setUp({ ownerUrl, appUrl, dataDir, withDemo }: { ownerUrl: string; appUrl: string; dataDir: string; withDemo: boolean }): Promise<void> {
  await migrate(ownerUrl)
  const db = openDb(appUrl, wallClock, { max: 4 })
  try {
    const told = join(dataDir, withDemo ? 'demo-accounts.json' : 'first-administrator.json')
    if (!(await db.transaction(system('set-up'), begun))) await db.transaction(system('set-up'), withDemo ? seedDemo : seedEmpty)
    if (withDemo) {
      if (!existsSync(told) || !JSON.parse(readFileSync(told, 'utf8'))) tell(told, { accounts: await seedDemoPeople(db) })
    } else {
      const first = await ensureFirstAdministrator(db)
      if (first) tell(told, first)
    }
  } finally {
    await db.close()
  }
}

/** Whole or not at all: a set-up that is killed here must not leave half a file. */
function tell(file: string, what: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(what, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

if (import.meta.main) {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl, DATA_DIR: dataDir, DEMO } = process.env
  if (!ownerUrl || !appUrl || !dataDir) throw new Error('DATABASE_OWNER_URL, DATABASE_URL and DATA_DIR are needed')
  await setUp({ ownerUrl, appUrl, dataDir, withDemo: DEMO === '1' })
}
