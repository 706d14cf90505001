/** Keeps the walls of the house: who may know whom, and whose tables are whose. The messages say what to do. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.tsx?$/.test(f) && !f.includes('node_modules') && !f.includes('dist/')).map((f) => join(folder, f))
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/g)].map((m) => m[1] ?? m[2]!)
/** A relative import as a path from the project's root; a package as it is. */
const target = (file: string, to: string) => (to.startsWith('.') ? relative(root, resolve(root, dirname(file), to)) : to)

/** Which rooms a room may ask, directly; whatever those may ask, it may too. */
const mayAsk: Record<string, string[]> = {
  identity: [], places: ['identity'], calendars: ['identity'], citizens: ['identity', 'places'], routing: ['places', 'citizens', 'calendars'],
  cases: ['routing'], imports: ['cases'], contact: ['cases'], calls: ['contact'], duty: ['contact'], resolution: ['contact'], knowledge: ['routing'], settings: ['identity'], insights: ['cases', 'contact'], statutory: ['cases', 'contact'],
}
const reach = (room: string): Set<string> => new Set([room, ...(mayAsk[room] ?? []).flatMap((r) => [...reach(r)])])
const rooms = readdirSync(join(root, 'server/rooms'), { withFileTypes: true }).filter((d) => d.isDirectory()).map((d) => d.name)

test('every room is on the map of directions', () => {
  expect(rooms.filter((room) => !(room in mayAsk)), 'say in server/walls.test.ts and ARCHITECTURE.md which rooms these may ask').toEqual([])
})

test('rooms ask one another only through the door, and only in the allowed direction', () => {
  const broken = rooms.flatMap((room) => sources(`server/rooms/${room}`).flatMap((file) => importsOf(file).flatMap((to) => {
    const other = /^server\/rooms\/([^/]+)\/(.+)$/.exec(target(file, to))
    if (!other || other[1] === room) return []
    if (!reach(room).has(other[1]!)) return [`${file} asks ${other[1]}: ${room} may not know it; publish an event, or declare an interface that it implements`]
    const testing = file.endsWith('.test.ts') || file.endsWith('testing.ts')
    return other[2] === 'index.ts' || (testing && other[2] === 'testing.ts') ? [] : [`${file} goes round the door of ${other[1]}: export what it needs from its index.ts`]
  })))
  expect(broken).toEqual([])
})

test('the platform knows no room, and contracts know only zod', () => {
  const platform = sources('server/platform').flatMap((file) => importsOf(file).filter((to) => target(file, to).startsWith('server/rooms')).map((to) => `${file} imports ${to}: hand it in from desk.ts`))
  const contracts = sources('contracts').filter((f) => !f.endsWith('.test.ts'))
    .flatMap((file) => importsOf(file).filter((to) => to !== 'zod' && !target(file, to).startsWith('contracts/')).map((to) => `${file} imports ${to}: contracts depend on zod only`))
  expect([...platform, ...contracts]).toEqual([])
})

test('browsers know contracts and ui, never the server', () => {
  const broken = ['console/src', 'ui', 'portal'].flatMap((folder) => sources(folder).flatMap((file) =>
    importsOf(file).filter((to) => target(file, to).startsWith('server/') || (folder === 'ui' && /^(console|portal)\//.test(target(file, to)))).map((to) => `${file} imports ${to}`)))
  expect(broken).toEqual([])
})

test('each store keeps to its own schema; of others it may read only views ending in _published', () => {
  const schemas = new Set(['duty', 'resolution', 'statutory', 'imports', 'identity', 'places', 'calendars', 'citizens', 'routing', 'cases', 'contact', 'calls', 'knowledge', 'audit', 'outbox'])
  const broken = rooms.flatMap((room) => sources(`server/rooms/${room}`).filter((f) => !f.endsWith('.test.ts') && !f.endsWith('testing.ts')).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const named = [...text.matchAll(/\b(?:from|join|into|update|table)\s+([a-z_]+)\.([a-z_]+)/g)].filter((m) => schemas.has(m[1]!))
    if (named.length && !/store/.test(file)) return [`${file} has SQL: it belongs in ${room}/store.ts`]
    return named.filter((m) => m[1] !== room && !m[2]!.endsWith('_published')).map((m) => `${file} touches ${m[1]}.${m[2]}: ask the door of ${m[1]}`)
  }))
  expect(broken).toEqual([])
})

test('what runs in a town hall comes from dependencies, never from the tools of tests', () => {
  const named = (file: string) => Object.keys({ ...(JSON.parse(readFileSync(join(root, file), 'utf8')) as { dependencies?: object; optionalDependencies?: object }).dependencies })
  const allowed = new Set([...named('package.json'), ...named('server/package.json')])
  const runs = [...sources('server'), ...sources('ops')].filter((f) => !/\.test\.ts$|testing|\/trials\/|screenshots\.ts$|prepare\.ts$/.test(f))
  const broken = runs.flatMap((file) => importsOf(file).filter((to) => /^[@a-z]/.test(to) && !to.startsWith('node:')).flatMap((to) => {
    const name = to.split('/').slice(0, to.startsWith('@') ? 2 : 1).join('/')
    return allowed.has(name) ? [] : [`${file} imports ${name}: put it into the dependencies of server/package.json (of ops: of package.json)`]
  }))
  expect(broken).toEqual([])
})
