/** The fields of a text, with what is still missing said beside them. */
import { X } from 'lucide-react'
import { useState } from 'react'
import { Button, TextArea, TextField, useZone, type Option } from '@akmasa/ui'
import { countWords, gapsOf, mostReadOutWords, type ArticleContent, type ArticleGap, type ArticleKind, type Told } from '../../../../contracts/knowledge.ts'
import { scopeOf } from '../../../../contracts/permissions.ts'
import { Finder } from '../../Finder.tsx'
import { useDirectorates, usePlaces, useTopics } from '../../lists.ts'
import { useMe } from '../../session.tsx'
import { useName, useText } from '../../text.ts'
import { MomentField } from './MomentField.tsx'

export function Editor({ kind, content: c, onChange }: { kind: ArticleKind; content: ArticleContent; onChange: (part: Partial<ArticleContent>) => void }) {
  const t = useText(), name = useName(), me = useMe(), topics = useTopics(), places = usePlaces(), directorates = useDirectorates(), zone = useZone()
  const gaps = gapsOf(kind, c)
  const gap = (one: ArticleGap) => (gaps.includes(one) ? t(`knowledge.gap.${one}`) : undefined)
  const write = (field: 'title' | 'readOut' | 'body', language: keyof Told) => (words: string) => onChange({ [field]: { ...c[field], [language]: words } })
  const counted = (text: string) => t('knowledge.words', { count: countWords(text), most: mostReadOutWords })
  const long = (text: string) => (countWords(text) > mostReadOutWords ? t('knowledge.gap.readOutLong') : undefined)
  const [typed, setTyped] = useState('')
  const addSynonym = () => {
    const words = typed.split(',').map((w) => w.trim()).filter((w) => w && !c.synonyms.includes(w))
    setTyped('')
    if (words.length) onChange({ synonyms: [...c.synonyms, ...words.map((w) => w.slice(0, 80))].slice(0, 40) })
  }
  const wholeDesk = scopeOf(me.roles) === 'desk'
  return (
    <div className="editor">
      <TextField label={t('knowledge.field.title')} value={c.title.tr} onChange={write('title', 'tr')} maxLength={160} description={t('knowledge.hint.title')} error={gap('title')} required />
      <TextArea label={t('knowledge.field.readOut')} value={c.readOut.tr} onChange={write('readOut', 'tr')} rows={4} maxLength={800} description={<>{t('knowledge.hint.readOut')} {counted(c.readOut.tr)}</>} error={gap('readOut') ?? long(c.readOut.tr)} required />
      <TextArea label={t('knowledge.field.body')} value={c.body.tr} onChange={write('body', 'tr')} rows={7} maxLength={6000} description={t('knowledge.hint.body', { count: c.body.tr.length })} error={gap('body')} required={kind === 'article'} />
      <div className="editor-pair">
        <Several label={t('knowledge.field.topics')} ids={c.topicIds} options={topics.map((x) => ({ id: x.id, name: name(x.name), description: name(x.group) }))} onChange={(topicIds) => onChange({ topicIds })} error={gap('topic')} hint={t('knowledge.hint.topics')} />
        <Several label={t('knowledge.field.places')} ids={c.placeIds} options={places.map((x) => ({ id: x.id, name: x.name, description: t(`shared.place.${x.kind}`) }))} onChange={(placeIds) => onChange({ placeIds })} hint={t('knowledge.hint.places')} none={t('knowledge.everywhere')} />
      </div>
      <div className="editor-pair">
        <MomentField label={t('knowledge.field.from')} value={c.validFrom} onChange={(validFrom) => onChange({ validFrom })} zone={zone} time="00:00" none={t('knowledge.fromPublish')} />
        <MomentField label={t('knowledge.field.until')} value={c.validUntil} onChange={(validUntil) => onChange({ validUntil })} zone={zone} time="23:30" none={t('knowledge.noEnd')} error={gap('until') ?? gap('order')} />
      </div>
      <div className="several">
        <TextField label={t('knowledge.field.synonyms')} value={typed} onChange={setTyped} maxLength={400} description={t('knowledge.hint.synonyms')} onBlur={addSynonym} onKeyDown={(e) => { if (e.key === 'Enter') { e.preventDefault(); addSynonym() } }} />
        <Chosen names={c.synonyms.map((s) => ({ id: s, name: s }))} onDrop={(s) => onChange({ synonyms: c.synonyms.filter((x) => x !== s) })} />
      </div>
      {wholeDesk && <Finder label={t('knowledge.field.owner')} description={t('knowledge.hint.owner')} options={directorates.map((d) => ({ id: d.id, name: name(d.name), description: name(d.does) }))} value={c.directorateId} onChoose={(id) => onChange({ directorateId: id as ArticleContent['directorateId'] })} />}
      <details className="english" open={gaps.includes('english') || Boolean(c.title.en) || undefined}>
        <summary>{t('knowledge.english')}</summary>
        <div className="stack" lang="en">
          <TextField label={t('knowledge.field.titleEn')} value={c.title.en} onChange={write('title', 'en')} maxLength={160} error={gap('english')} />
          <TextArea label={t('knowledge.field.readOutEn')} value={c.readOut.en} onChange={write('readOut', 'en')} rows={4} maxLength={800} description={counted(c.readOut.en)} error={long(c.readOut.en)} />
          <TextArea label={t('knowledge.field.bodyEn')} value={c.body.en} onChange={write('body', 'en')} rows={5} maxLength={6000} />
        </div>
      </details>
    </div>
  )
}

function Several<Id extends string>({ label, ids, options, onChange, error, hint, none }: { label: string; ids: readonly Id[]; options: readonly Option[]; onChange: (ids: Id[]) => void; error?: string; hint: string; none?: string }) {
  const t = useText()
  return (
    <div className="several">
      <Finder label={label} description={hint} error={error} placeholder={t('knowledge.add')} options={options.filter((o) => !ids.some((id) => id === o.id))} value={null} onChoose={(id) => { if (id) onChange([...ids, id as Id]) }} />
      <Chosen names={ids.map((id) => ({ id, name: options.find((o) => o.id === id)?.name ?? '…' }))} onDrop={(id) => onChange(ids.filter((x) => x !== id))} none={none} />
    </div>
  )
}
function Chosen({ names, onDrop, none }: { names: readonly { id: string; name: string }[]; onDrop: (id: string) => void; none?: string }) {
  const t = useText()
  if (!names.length) return none ? <p className="hint">{none}</p> : null
  return (
    <ul className="chosen">
      {names.map((n) => <li key={n.id}><span>{n.name}</span><Button small look="quiet" aria-label={t('knowledge.remove', { name: n.name })} onPress={() => onDrop(n.id)}><X aria-hidden /></Button></li>)}
    </ul>
  )
}
