import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleAlert, Copy } from 'lucide-react'
import { useId, useRef, useState, type FormEvent } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, Checkbox, Chips, Dialog, Notice, TextField } from '@akmasa/ui'
import { identityApi, type StaffId } from '../../../../contracts/identity.ts'
import { Role } from '../../../../contracts/permissions.ts'
import { call } from '../../client.ts'
import { Finder } from '../../Finder.tsx'
import { useDirectorates } from '../../lists.ts'
import { announce } from '../../shell/announce.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useName, useText } from '../../text.ts'
import { blank, needsDirectorate, toSend, wrongIn, type Typed, type Wrong } from './new-staff.ts'
import { makePassword } from './password.ts'

/** Makes an account. Its first password is seen once, when the account is there. */
export function AddStaffDialog({ onClose }: { onClose: () => void }) {
  const t = useText(), queries = useQueryClient()
  // One account however often the button is pressed.
  const [id] = useState(() => uuidv7() as StaffId), [password] = useState(makePassword)
  const adding = useMutation({
    mutationFn: (typed: Typed) => call(identityApi.addStaff, toSend(typed, id, password)),
    onSuccess: () => void queries.invalidateQueries({ queryKey: [identityApi.staff.path] }),
  })
  return (
    // Once the password is shown, a click beside the dialog must not lose it.
    <Dialog open title={t(adding.data ? 'identity.staff.added' : 'identity.staff.add')} onClose={onClose} alert={Boolean(adding.data)}>
      {adding.data ? <Once name={adding.data.name} password={password} onClose={onClose} /> : <Form problem={adding.error} busy={adding.isPending} onSend={adding.mutate} onClose={onClose} />}
    </Dialog>
  )
}

function Form({ problem, busy, onSend, onClose }: { problem: unknown; busy: boolean; onSend: (typed: Typed) => void; onClose: () => void }) {
  const t = useText(), name = useName(), directorates = useDirectorates(), form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState(blank), [wrong, setWrong] = useState<Wrong>({})
  // What is being corrected is not called wrong any more; the rest stays until the next try.
  function set(part: Partial<Typed>) {
    setTyped({ ...typed, ...part })
    setWrong(Object.fromEntries(Object.entries(wrong).filter(([field]) => !(field in part))))
  }
  const error = (field: keyof Wrong) => { const own = wrong[field]; return own ? t(`identity.staff.${own}`) : fieldWords(t, problem, field) }
  function send(e: FormEvent) {
    e.preventDefault()
    const found = wrongIn(typed)
    setWrong(found)
    const first = Object.keys(found)[0]
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"], [data-field="${first}"] input`)?.focus()
    else onSend(typed)
  }
  return (
    <form className="stack" onSubmit={send} noValidate ref={form}>
      <ProblemNotice problem={problem} />
      <TextField label={t('identity.staff.name')} name="name" value={typed.name} onChange={(v) => set({ name: v })} error={error('name')} maxLength={120} autoFocus required />
      <TextField label={t('identity.staff.email')} name="email" type="email" value={typed.email} onChange={(v) => set({ email: v })} error={error('email')} maxLength={200} required />
      <Roles chosen={typed.roles} onChange={(roles) => set({ roles })} error={error('roles')} />
      {needsDirectorate(typed.roles) && (
        <div data-field="directorateId">
          <Finder label={t('identity.staff.directorate')} options={directorates.map((d) => ({ id: d.id, name: name(d.name), description: name(d.does) }))} value={typed.directorateId} onChoose={(d) => set({ directorateId: d })} error={error('directorateId')} required />
        </div>
      )}
      <TextField label={t('identity.staff.phone')} name="phone" type="tel" description={t('identity.staff.phoneHint')} value={typed.phone} onChange={(v) => set({ phone: v })} error={error('phone')} maxLength={40} />
      <Chips label={t('identity.staff.language')} value={typed.language} onChange={(language) => set({ language })} chips={[{ value: 'tr', label: t('identity.staff.turkish') }, { value: 'en', label: t('identity.staff.english') }]} />
      <p className="hint">{t('identity.staff.passwordWords')}</p>
      <div className="line"><Button type="submit" look="primary" isPending={busy}>{t('identity.staff.add')}</Button><Button onPress={onClose}>{t('shared.cancel')}</Button></div>
    </form>
  )
}

function Roles({ chosen, onChange, error }: { chosen: readonly Role[]; onChange: (roles: Role[]) => void; error: string | undefined }) {
  const t = useText(), errorId = useId()
  return (
    <fieldset className="field" data-field="roles" aria-describedby={error ? errorId : undefined}>
      <legend>{t('identity.staff.roles')}</legend>
      <div className="roles">
        {Role.options.map((r) => <Checkbox key={r} isSelected={chosen.includes(r)} isInvalid={Boolean(error)} onChange={(on) => onChange(on ? [...chosen, r] : chosen.filter((c) => c !== r))}>{t(`shared.role.${r}`)}</Checkbox>)}
      </div>
      {error && <p className="error" id={errorId}><CircleAlert aria-hidden />{error}</p>}
    </fieldset>
  )
}

function Once({ name, password, onClose }: { name: string; password: string; onClose: () => void }) {
  const t = useText()
  // A browser that forbids the clipboard leaves the password to be read or selected.
  const copy = () => void navigator.clipboard.writeText(password).then(() => announce(t('identity.staff.copied')), () => undefined)
  return (
    <div className="stack">
      <p>{t('identity.staff.addedFor', { name })}</p>
      <p className="stack"><span className="meta">{t('identity.staff.password')}</span><output className="first-password">{password}</output></p>
      <Notice tone="warning">{t('identity.staff.once')}</Notice>
      <div className="line"><Button onPress={copy}><Copy aria-hidden />{t('identity.staff.copy')}</Button><Button look="primary" onPress={onClose} autoFocus>{t('identity.staff.understood')}</Button></div>
    </div>
  )
}
