/** One thing being edited: read, typed in, checked, saved; and what the desk said against it. */
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { settingsApi, settingValues, type SettingKind, type SettingRow, type Uses } from '../../../../contracts/settings.ts'
import { asking, call, Problem, type FieldProblem, type Given } from '../../client.ts'
import { useMe } from '../../session.tsx'
import { begin, changedFields, toSend, type Draft } from './draft.ts'
import { keepDraft, keptDraft, useKept } from './drafts.ts'
import { blank, idFor, keyField, withKeys } from './new-thing.ts'
import { equal, getAt, setAt, type Value } from './paths.ts'

export type Thing = {
  kind: SettingKind
  /** `new` until it is saved. */
  id: string
  isNew: boolean
  row: (SettingRow & { uses: Uses }) | undefined
  error: Error | null
  again: () => void
  draft: Draft
  changed: readonly string[]
  /** Somebody saved it while we typed. */
  outdated: boolean
  problem: unknown
  /** The same as it was refused: what was corrected since is still in it, so that the page does not move under the hands. */
  refused: unknown
  set: (path: string, next: unknown) => void
  put: (draft: Draft | null) => void
  refuse: (problem: unknown) => void
  /** Throws when it lacks something that can be seen here, after keeping it as `problem`. */
  check: () => void
  /** The row as saved. Throws what the desk refused with, after keeping it as `problem`. */
  save: () => Promise<SettingRow>
}

/** The same rules as the desk's, before the journey. What is empty is missing, whatever its type. */
export function wrongFields(kind: SettingKind, value: Value): FieldProblem[] {
  const read = settingValues[kind].safeParse(value)
  const errors = (read.error?.issues ?? []).map((issue) => {
    const path = issue.path.join('.'), there = getAt(value, path), empty = there === null || there === undefined || there === ''
    const facts = Object.fromEntries(Object.entries(issue).filter(([k, v]) => ['minimum', 'maximum', 'format'].includes(k) && (typeof v === 'string' || typeof v === 'number'))) as FieldProblem['facts']
    return { path: `value.${path}`, code: empty ? 'required' : issue.code, facts }
  })
  // Empty English is the Turkish: what is wrong with that is said once, where it is typed.
  return errors.filter((e) => !/(^|\.)en$/.test(e.path) || !errors.some((o) => o.path === e.path.replace(/en$/, 'tr') && o.code === e.code))
}

/** What goes to the desk: what is typed, with the keys of what is new. */
function sent(kind: SettingKind, form: Value): Value {
  const value = toSend(form)
  return kind === 'topic' ? { ...value, questions: withKeys(value.questions as never[]), causes: withKeys(value.causes as never[]) } : value
}
/** What is being corrected is not called wrong any more; the rest stays until the next try. */
export function corrected(problem: unknown, path: string): unknown {
  if (!(problem instanceof Problem) || !problem.errors.length) return problem
  const [field] = path.split('.')
  const errors = problem.errors.filter((e) => e.path !== `value.${path}` && !e.path.startsWith(`value.${path}.`) && e.path !== `value.${field}`)
  return errors.length === problem.errors.length ? problem : errors.length ? new Problem({ ...problem, status: problem.status, code: problem.code, errors }) : null
}

/** Everything that may look otherwise after a change. */
export async function refresh(queries: QueryClient, kind: SettingKind, id?: string): Promise<void> {
  await Promise.all([
    ...(id ? [queries.invalidateQueries({ queryKey: [settingsApi.setting.path, { kind, id }] })] : []),
    queries.invalidateQueries({ queryKey: [settingsApi.settings.path, { kind }] }),
    queries.invalidateQueries({ queryKey: [settingsApi.changes.path] }), queries.invalidateQueries({ queryKey: [settingsApi.checklist.path] }),
  ])
}

/** @param first what a new thing begins with, over the blank one */
export function useThing(kind: SettingKind, id: string, first?: Value): Thing {
  const isNew = id === 'new', me = useMe(), queries = useQueryClient()
  const key = `${me.id} ${kind} ${id}`, held = useKept(key)
  const query = useQuery({ ...asking(settingsApi.setting, { kind, id }), enabled: !isNew })
  const [problem, setProblem] = useState<unknown>(null), [refused, setRefused] = useState<unknown>(null)
  const [empty] = useState(() => ({ ...blank(kind), ...first }))
  // One thing however often the button is pressed.
  const [madeId] = useState(() => idFor(kind, {}))
  const row = query.data as Thing['row']
  const draft = held ?? (isNew || !row ? begin(null, 0, empty) : begin(row.value, row.version))

  function refuse(next: unknown) {
    setProblem(next)
    setRefused(next)
  }
  function put(next: Draft | null) {
    keepDraft(key, next && changedFields(next, empty).length > 0 ? next : null)
    if (!next) refuse(null)
  }
  function set(path: string, next: unknown) {
    // The latest one: a pin sets two fields at once.
    const now = keptDraft(key) ?? draft, form = setAt(now.form, path, next)
    if (equal(form, now.form)) return
    put({ ...now, form })
    setProblem(corrected(problem, path))
  }
  function check(): void {
    const errors = wrongFields(kind, sent(kind, draft.form))
    if (!errors.length) return
    const found = new Problem({ status: 422, code: 'input.bad', errors })
    refuse(found)
    throw found
  }
  async function save(): Promise<SettingRow> {
    const value = sent(kind, draft.form)
    try {
      check()
      const keyed = kind === 'message_template' || keyField[kind] !== undefined
      const savedId = !isNew ? id : keyed ? idFor(kind, value) : madeId
      const saved = await call(settingsApi.saveSetting, { kind, id: savedId, version: draft.version, value, ...(isNew && keyed && { isNew }) } as unknown as Given<typeof settingsApi.saveSetting>)
      queries.setQueryData(asking(settingsApi.setting, { kind, id: savedId }).queryKey, (old) => ({ uses: {}, ...old, ...saved }))
      keepDraft(key, null)
      refuse(null)
      void refresh(queries, kind, savedId)
      return saved
    } catch (no) {
      refuse(no)
      if (no instanceof Problem && no.code === 'setting.newer') void query.refetch()
      throw no
    }
  }
  return {
    kind, id, isNew, row, error: query.error, again: () => void query.refetch(), draft, problem, refused, set, put, refuse, check, save,
    changed: held ? changedFields(held, empty) : [], outdated: Boolean(held && row && row.version !== held.version),
  }
}
