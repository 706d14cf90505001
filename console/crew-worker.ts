/** Makes the service worker of the crew's page: it knows by name every file that this page needs, and its version is made of these names. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const page = 'rooms/work/CrewPage.tsx'
type Chunk = { type: 'chunk'; fileName: string; imports: string[]; isEntry: boolean; facadeModuleId: string | null; viteMetadata?: { importedCss: Set<string> } }

export const crewWorker = (): Plugin => ({
  name: 'crew-worker',
  apply: 'build',
  generateBundle(_options, bundle) {
    const all = Object.values(bundle), chunks = new Map(all.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one as unknown as Chunk] as const] : [])))
    const needed = new Set<string>()
    const add = (chunk: Chunk | undefined): void => {
      if (!chunk || needed.has(chunk.fileName)) return
      needed.add(chunk.fileName)
      for (const css of chunk.viteMetadata?.importedCss ?? []) needed.add(css)
      for (const name of chunk.imports) add(chunks.get(name))
    }
    const roots = [...chunks.values()].filter((chunk) => chunk.isEntry || chunk.facadeModuleId?.endsWith(page))
    if (roots.length < 2) this.error(`no chunk of ${page}: the crew's page would not open without a line`)
    for (const root of roots) add(root)
    // Letters of the two languages; the wide sets of others are asked for by nobody outside.
    for (const one of all) if (/latin.*\.woff2$/.test(one.fileName)) needed.add(one.fileName)
    const files = [...needed].sort().map((name) => `/${name}`), source = readFileSync(join(import.meta.dirname, 'crew-sw.js'), 'utf8')
    const version = createHash('sha256').update(JSON.stringify(files)).update(source).digest('hex').slice(0, 12)
    this.emitFile({ type: 'asset', fileName: 'crew-sw.js', source: source.replace("'VERSION'", JSON.stringify(version)).replace('[/* FILES */]', JSON.stringify(files)) })
  },
})
