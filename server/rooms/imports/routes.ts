import type { importsApi } from '../../../contracts/imports.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import {
  cancelImport, discardImport, type ImportFiles, importPage, importValues, listImports, newImport, readFile, resumeImport, sendPart, startImport, takeBackImport,
} from './imports.ts'
import { problemsFile } from './problems.ts'
import { previewImport } from './run.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const importsRoutes = (files: ImportFiles): Handlers<typeof importsApi> => ({
  imports: listImports, importPage, importValues, startImport, cancelImport, takeBackImport, importProblems: problemsFile,
  newImport: (tx, given) => newImport(tx, files, given),
  sendPart: (tx, given) => sendPart(tx, files, given),
  readFile: (db, given, by) => readFile(db, files, given, by),
  previewImport: (db, given, by) => previewImport(db, files, given, by),
  resumeImport: (tx, given) => resumeImport(tx, files, given),
  discardImport: (tx, given) => discardImport(tx, files, given),
})
