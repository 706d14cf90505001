/** Makes an account and the link by which its person sets her own password. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Dialog } from '@akmasa/ui'
import { identityApi, type InviteStaff, type StaffId } from '../../../../contracts/identity.ts'
import { call, Problem } from '../../client.ts'
import { useLanguage, useText } from '../../text.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { begin, toSend } from './draft.ts'
import { FormOf } from './form.tsx'
import { StaffFields } from './forms/StaffForm.tsx'
import { InviteLink } from './InviteLink.tsx'
import type { Names } from './names.ts'
import { blank, idFor } from './new-thing.ts'
import { setAt, type Value } from './paths.ts'
import { corrected, refresh, wrongFields, type Thing } from './use-thing.ts'

export function InviteDialog({ names, directorateId, onClose }: { names: Names; directorateId?: string; onClose: () => void }) {
  const t = useText(), language = useLanguage(), queries = useQueryClient()
  // One account however often the button is pressed.
  const [id] = useState(() => idFor('staff', {}) as StaffId), [problem, setProblem] = useState<unknown>(null), [typed, setTyped] = useState<Value>(() => ({ ...blank('staff'), language, directorateId: directorateId ?? null }))
  const inviting = useMutation({
    mutationFn: (value: Value) => {
      const errors = wrongFields('staff', value)
      if (errors.length) throw new Problem({ status: 422, code: 'input.bad', errors })
      const { left: _here, ...person } = value
      return call(identityApi.inviteStaff, { ...person, id, origin: location.origin } as unknown as InviteStaff).catch((refused: unknown) => { throw withValue(refused) })
    },
    onMutate: () => setProblem(null),
    onError: setProblem,
    onSuccess: () => void refresh(queries, 'staff'),
  })
  const thing: Thing = {
    kind: 'staff', id: 'new', isNew: true, row: undefined, error: null, again: () => undefined, draft: { ...begin(null, 0), form: typed }, changed: [], outdated: false, problem, refused: problem,
    set: (path, next) => { setTyped(setAt(typed, path, next)); setProblem(corrected(problem, path)) }, put: () => undefined, refuse: () => undefined, check: () => undefined, save: () => Promise.reject(new Error('not saved here')),
  }
  const done = inviting.data
  return (
    // Once the link is shown, a click beside the dialog must not lose it.
    <Dialog open wide alert={Boolean(done)} title={t(done ? 'settings.staff.invited' : 'settings.staff.inviteTitle')} onClose={onClose}>
      {done ? <InviteLink invite={done} email={done.staff.email} onClose={onClose} /> : (
        <form className="form" noValidate onSubmit={(e) => { e.preventDefault(); inviting.mutate(toSend(typed)) }}>
          <ProblemNotice problem={problem} />
          <FormOf thing={thing} names={names}><StaffFields /></FormOf>
          <div className="line"><Button type="submit" look="primary" isPending={inviting.isPending}>{t('settings.staff.send')}</Button><Button onPress={onClose}>{t('shared.cancel')}</Button></div>
        </form>
      )}
    </Dialog>
  )
}
/** The fields of an invitation are those of the account. */
function withValue(problem: unknown): unknown {
  return problem instanceof Problem ? new Problem({ status: problem.status, code: problem.code, facts: problem.facts, requestId: problem.requestId, errors: problem.errors.map((e) => ({ ...e, path: e.path.startsWith('value.') ? e.path : `value.${e.path}` })) }) : problem
}
