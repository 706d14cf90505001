/** What the switch says and what citizens read: texts with fields in them, seen as they will arrive. */
import { useRef } from 'react'
import { Badge, Button, TextArea } from '@akmasa/ui'
import { messageFields, smsParts, suffixedField, withExamples, type MessageField } from '../../../../../contracts/message-text.ts'
import { useLanguage, useText, type TextKey } from '../../../text.ts'
import { At, Both, Check, useBound, Words } from '../fields.tsx'
import { useForm } from '../form.tsx'

/** Letters a voice on a telephone says in a second; measured on the synthesiser's own sentences. */
const perSecond = 14
const seconds = (words: string) => Math.max(1, Math.round(words.trim().length / perSecond))

export function SpokenForm() {
  const form = useForm<'spoken_text'>(), t = useText(), { key, tr, en } = form.value
  return (
    <div className="form">
      {form.isNew && <div className="half"><Words at="key" max={40} required hint="settings.hint.spokenKey" /></div>}
      <Words at="tr" max={600} rows={3} required />
      <Words at="en" max={600} rows={3} hint="settings.hint.english" />
      <p className="hint" role="status">{t('settings.spoken.seconds', { tr: seconds(tr), en: seconds(en || tr) })} {key.startsWith('notice') && t('settings.spoken.notice')} {t('settings.spoken.changed')}</p>
    </div>
  )
}
export function TemplateForm() {
  const form = useForm<'message_template'>(), t = useText(), { channel, subject } = form.value
  return (
    <div className="form">
      <p className="line"><Badge>{t(`settings.channel.${channel}`)}</Badge></p>
      {channel === 'mail' && subject && <Both at="subject" max={200} />}
      <p className="hint">{t('settings.template.rule')}</p>
      <Text language="tr" />
      <Text language="en" />
      <Check at="commercial" hint="settings.hint.commercial" />
    </div>
  )
}
function Text({ language }: { language: 'tr' | 'en' }) {
  const { form, t, props } = useBound({ at: language, hint: language === 'en' ? 'settings.hint.english' : undefined }), area = useRef<HTMLTextAreaElement>(null)
  const value = String(form.at(language) ?? ''), { channel, tr } = form.value as { channel: 'sms' | 'mail' | 'voice'; tr: string }
  const shown = withExamples(value || tr, language), glued = suffixedField(value)
  function insert(name: MessageField) {
    const box = area.current, from = box?.selectionStart ?? value.length, to = box?.selectionEnd ?? value.length, put = `{${name}}`
    form.set(language, value.slice(0, from) + put + value.slice(to))
    requestAnimationFrame(() => { box?.focus(); box?.setSelectionRange(from + put.length, from + put.length) })
  }
  return (
    <At path={language} className="template">
      <div className="stack tight">
        <TextArea {...props} error={props.error ?? (glued ? t('refusal.template.suffix') : undefined)} value={value} onChange={(v) => form.set(language, v)} rows={channel === 'mail' ? 8 : 4} maxLength={2000} areaRef={area} placeholder={language === 'en' ? tr : undefined} required={language === 'tr'} />
        {!form.readOnly && <div className="line" role="group" aria-label={t('settings.template.insert')}>{(Object.keys(messageFields) as MessageField[]).map((name) => <Button key={name} small onPress={() => insert(name)}>{t(`settings.template.fields.${name}` as TextKey)}</Button>)}</div>}
      </div>
      <div className="preview" aria-label={`${t('settings.template.preview')} (${t(`settings.lang.${language}`)})`} role="group">
        <span className="meta">{t('settings.template.preview')}</span>
        <p className="bubble">{shown}</p>
        {channel === 'sms' && <Parts text={shown} />}
      </div>
    </At>
  )
}
function Parts({ text }: { text: string }) {
  const t = useText(), language = useLanguage(), { parts, left, alphabet } = smsParts(text)
  return <p className="meta" role="status">{t('settings.template.sms', { count: parts, chars: new Intl.NumberFormat(language).format([...text].length) })}. {t('settings.template.left', { left })} {alphabet !== 'gsm7' && t(alphabet === 'ucs2' ? 'settings.template.ucs2' : 'settings.template.turkish')}</p>
}
