/** What is only looked at: badges, states, notices, and the three faces of a page without data. */
import {
  Archive, Ban, CalendarClock, ClipboardList, CopyCheck, CornerUpRight, CircleAlert, CircleCheck, HardHat, Hammer, Inbox, Info, Lightbulb, LightbulbOff, MessageCircleQuestionMark, Pause, PhoneOutgoing, RotateCcw, Search, Stamp, TriangleAlert, Undo2, UserCheck, type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { useUiLanguage, useWords } from './words.ts'

export type Tone = 'neutral' | 'accent' | 'info' | 'warning' | 'success' | 'danger' | 'emergency'

export function Badge({ tone = 'neutral', icon: Icon, children, title }: { tone?: Tone; icon?: LucideIcon; children: ReactNode; title?: string }) {
  return <span className={`badge tone-${tone}`} title={title}>{Icon && <Icon aria-hidden />}<span>{children}</span></span>
}

/** Every state: icon, word, and whose turn it is by tone (accent: us, info: a directorate, warning: the citizen, neutral: nobody). */
const states = {
  registered: { icon: Inbox, tone: 'accent', tr: 'Kaydedildi', en: 'Registered' },
  routed: { icon: CornerUpRight, tone: 'info', tr: 'Yönlendirildi', en: 'Routed' },
  under_review: { icon: Search, tone: 'info', tr: 'İnceleniyor', en: 'Under review' },
  proposed: { icon: ClipboardList, tone: 'info', tr: 'Çözüm önerildi', en: 'Solution proposed' },
  waiting_info: { icon: MessageCircleQuestionMark, tone: 'warning', tr: 'Bilgi bekleniyor', en: 'Information needed' },
  awaiting_approval: { icon: Stamp, tone: 'info', tr: 'Onay bekliyor', en: 'Awaiting approval' },
  discussing: { icon: PhoneOutgoing, tone: 'accent', tr: 'Vatandaş aranacak', en: 'Discussing with the citizen' },
  planned: { icon: CalendarClock, tone: 'info', tr: 'Planlandı', en: 'Planned' },
  in_progress: { icon: HardHat, tone: 'info', tr: 'Sahada', en: 'Crew working' },
  resolved: { icon: Hammer, tone: 'success', tr: 'Çözüldü', en: 'Resolved' },
  awaiting_confirmation: { icon: UserCheck, tone: 'warning', tr: 'Teyit bekliyor', en: 'Awaiting confirmation' },
  closed: { icon: Archive, tone: 'neutral', tr: 'Kapatıldı', en: 'Closed' },
  rejected: { icon: Ban, tone: 'neutral', tr: 'Reddedildi, gerekçeli', en: 'Rejected with reason' },
  duplicate: { icon: CopyCheck, tone: 'neutral', tr: 'Mükerrer', en: 'Duplicate' },
  cancelled: { icon: Ban, tone: 'neutral', tr: 'İptal', en: 'Cancelled' },
  adopted: { icon: Lightbulb, tone: 'success', tr: 'Benimsendi', en: 'Adopted' },
  declined: { icon: LightbulbOff, tone: 'neutral', tr: 'Benimsenmedi', en: 'Declined' },
  on_hold: { icon: Pause, tone: 'info', tr: 'Beklemede', en: 'On hold' },
  handed_over: { icon: Archive, tone: 'neutral', tr: 'Yetki dışı, devredildi', en: 'Not ours, handed over' },
  reopened: { icon: RotateCcw, tone: 'info', tr: 'Yeniden açıldı', en: 'Reopened' },
  returned: { icon: Undo2, tone: 'accent', tr: 'İade edildi', en: 'Returned' },
} as const satisfies Record<string, { icon: LucideIcon; tone: Tone; tr: string; en: string }>
export type StateName = keyof typeof states
export const stateWord = (state: StateName, language: 'tr' | 'en') => states[state][language]

export function State({ state }: { state: StateName }) {
  const s = states[state]
  return <Badge tone={s.tone} icon={s.icon}>{s[useUiLanguage()]}</Badge>
}

const noticeIcon: Record<Tone, LucideIcon> = { neutral: Info, accent: Info, info: Info, warning: TriangleAlert, success: CircleCheck, danger: CircleAlert, emergency: TriangleAlert }
/** `live`: read out when it appears. */
export function Notice({ tone = 'info', title, children, live, action }: { tone?: Tone; title?: ReactNode; children?: ReactNode; live?: 'status' | 'alert'; action?: ReactNode }) {
  const Icon = noticeIcon[tone]
  return (
    <div className={`notice tone-${tone}`} role={live}>
      <Icon aria-hidden />
      <div className="words">{title && <strong>{title}</strong>}{children}{action}</div>
    </div>
  )
}

/** Why it is empty, and what to do next. */
export function EmptyState({ title, children, action, level: Title = 'h2' }: { title: ReactNode; children?: ReactNode; action?: ReactNode; level?: 'h1' | 'h2' }) {
  return <div className="empty"><Title>{title}</Title>{children && <p>{children}</p>}{action}</div>
}

/** Shown after 200 ms, so that quick answers do not flicker. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const w = useWords()
  return (
    <div className="skeletons" role="status" aria-label={w.loading}>
      {Array.from({ length: lines }, (_, i) => <div key={i} className="skeleton" style={{ inlineSize: `${95 - ((i * 17) % 40)}%` }} />)}
    </div>
  )
}

/** What went wrong, whether work is safe, how to try again, and the reference to tell. */
export function ErrorState(p: { title: ReactNode; children?: ReactNode; retry?: { label: string; do: () => void }; reference?: string | null }) {
  const w = useWords()
  return (
    <div className="empty" role="alert">
      <Notice tone="danger" title={p.title}>{p.children}{p.reference && <span className="meta">{w.reference}: <span className="number">{p.reference}</span></span>}</Notice>
      {p.retry && <Button onPress={p.retry.do}>{p.retry.label}</Button>}
    </div>
  )
}
