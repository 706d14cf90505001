/** What a topic asks, and the causes it offers: lists built by hand, in an order that counts. */
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Select } from '@akmasa/ui'
import { Question } from '../../../../../contracts/routing.ts'
import { useText } from '../../../text.ts'
import { At, Both, Check } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { freshKey } from '../new-thing.ts'
import { moved } from '../paths.ts'

type Both2 = { tr: string; en: string }
type Choice = { key: string; label: Both2 }
type Asked = { key: string; ask: Both2; type: (typeof Question.shape.type.options)[number]; choices?: Choice[]; required: boolean }
type Named = { key: string; name: Both2 }

export function QuestionsField() {
  const form = useForm<'topic'>(), t = useText(), list = (form.value.questions ?? []) as Asked[]
  const put = (next: readonly Asked[]) => form.set('questions', next)
  return (
    <List path="questions" label={t('settings.field.questions')} empty={t('settings.topic.noQuestions')} none={!list.length} add={list.length < 30 ? { words: t('settings.topic.addQuestion'), do: () => put([...list, { key: freshKey(list), ask: { tr: '', en: '' }, type: 'yesno', required: false }]) } : undefined}>
      {list.map((q, i) => (
        <Item key={q.key} n={i} path={`questions.${i}`} title={t('settings.topic.question', { n: i + 1 })} name={q.ask.tr || t('settings.topic.unnamed')} remove={t('settings.topic.removeQuestion', { name: q.ask.tr || t('settings.topic.unnamed') })} list={list} onChange={put}>
          <Both at={`questions.${i}.ask`} label={t('settings.topic.ask')} max={200} />
          <div className="line from-top">
            <Select label={t('settings.topic.type')} value={q.type} disabled={form.readOnly} onChange={(type) => put(list.map((x, n) => (n === i ? withType(x, type as Asked['type']) : x)))} options={Question.shape.type.options.map((type) => ({ id: type, name: t(`settings.topic.types.${type}`) }))} />
            <Check at={`questions.${i}.required`} label={t('settings.topic.required')} />
          </div>
          {q.type === 'choice' && <Choices at={i} />}
        </Item>
      ))}
    </List>
  )
}
/** Only a choice has choices, and then at least two. */
const withType = ({ choices, ...q }: Asked, type: Asked['type']): Asked => (type === 'choice' ? { ...q, type, choices: choices ?? [{ key: 'yeni', label: { tr: '', en: '' } }, { key: 'yeni-2', label: { tr: '', en: '' } }] } : { ...q, type })

function Choices({ at }: { at: number }) {
  const form = useForm<'topic'>(), t = useText(), path = `questions.${at}.choices`, list = (form.at(path) ?? []) as Choice[]
  const put = (next: readonly Choice[]) => form.set(path, next)
  return (
    <List path={path} label={t('settings.topic.choices')} none={false} add={{ words: t('settings.topic.addChoice'), do: () => put([...list, { key: freshKey(list), label: { tr: '', en: '' } }]) }}>
      {list.map((c, i) => (
        <Item key={c.key} n={i} path={`${path}.${i}`} title={t('settings.topic.choice', { n: i + 1 })} name={c.label.tr || t('settings.topic.unnamed')} remove={t('settings.topic.removeChoice', { name: c.label.tr || t('settings.topic.unnamed') })} list={list} onChange={put} small>
          <Both at={`${path}.${i}.label`} label={t('settings.topic.choice', { n: i + 1 })} max={120} />
        </Item>
      ))}
    </List>
  )
}
export function CausesField() {
  const form = useForm<'topic'>(), t = useText(), list = (form.value.causes ?? []) as Named[]
  const put = (next: readonly Named[]) => form.set('causes', next)
  return (
    <List path="causes" label={t('settings.field.causes')} empty={t('settings.topic.noCauses')} none={!list.length} add={list.length < 40 ? { words: t('settings.topic.addCause'), do: () => put([...list, { key: freshKey(list), name: { tr: '', en: '' } }]) } : undefined}>
      {list.map((c, i) => (
        <Item key={c.key} n={i} path={`causes.${i}`} title={t('settings.topic.cause', { n: i + 1 })} name={c.name.tr || t('settings.topic.unnamed')} remove={t('settings.topic.removeCause', { name: c.name.tr || t('settings.topic.unnamed') })} list={list} onChange={put} small>
          <Both at={`causes.${i}.name`} label={t('settings.topic.cause', { n: i + 1 })} max={120} />
        </Item>
      ))}
    </List>
  )
}

function List({ path, label, empty, none, add, children }: { path: string; label: string; empty?: string; none: boolean; add: { words: string; do: () => void } | undefined; children: ReactNode }) {
  const { readOnly, error } = useForm(), own = none ? error(path) : undefined
  return (
    <At path={path}>
      <fieldset className="field">
        <legend>{label}</legend>
        {none && <p className="hint">{empty}</p>}
        {own && <p className="error">{own}</p>}
        <ol className="stack">{children}</ol>
        {!readOnly && add && <span><Button small onPress={add.do}><Plus aria-hidden />{add.words}</Button></span>}
      </fieldset>
    </At>
  )
}
function Item<T extends { key: string }>({ n, path, title, name, remove, list, onChange, small, children }: { n: number; path: string; title: string; name: string; remove: string; list: readonly T[]; onChange: (list: readonly T[]) => void; small?: boolean; children: ReactNode }) {
  const { readOnly } = useForm(), t = useText()
  return (
    <li className={small ? 'item small' : 'item'} data-path={path}>
      <fieldset className="field">
        <legend className={small ? 'unseen' : undefined}>{title}</legend>
        {children}
      </fieldset>
      {!readOnly && (
        <span className="line nowrap">
          <Button small aria-label={t('settings.list.up', { name })} isDisabled={n === 0} onPress={() => onChange(moved(list, n, -1))}><ArrowUp aria-hidden /></Button>
          <Button small aria-label={t('settings.list.down', { name })} isDisabled={n === list.length - 1} onPress={() => onChange(moved(list, n, 1))}><ArrowDown aria-hidden /></Button>
          <Button small aria-label={remove} onPress={() => onChange(list.filter((_, i) => i !== n))}><X aria-hidden /></Button>
        </span>
      )}
    </li>
  )
}
