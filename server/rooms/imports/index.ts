/** The room's door. */
import { importsApi } from '../../../contracts/imports.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { forgetFiles, type ImportFiles } from './imports.ts'
import { importsRoutes } from './routes.ts'

export { type ImportFiles, importPage, importValues, newImport, readFile, sendPart, startImport, takeBackImport } from './imports.ts'
export { previewImport, startImporting, workOff } from './run.ts'

/** @param files where files lie while they are imported. */
export const makeImports = (files: ImportFiles): Room => ({
  name: 'imports', operations: mounted('imports', importsApi, importsRoutes(files)),
  timed: { imports_forget_files: { cron: '50 3 * * *', run: (db) => forgetFiles(db, files) } },
})
