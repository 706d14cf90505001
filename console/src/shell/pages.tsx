/** Pages for what is missing, forbidden or broken: what happened, and the next step. */
import { Link, useRouter } from '@tanstack/react-router'
import { EmptyState, ErrorState } from '@akmasa/ui'
import type { Permission } from '../../../contracts/permissions.ts'
import { Problem } from '../client.ts'
import { useMe } from '../session.tsx'
import { problemWords, useText } from '../text.ts'

export function Missing() {
  const t = useText()
  return <EmptyState level="h1" title={t('shell.page.missing')} action={<Link className="button" to="/">{t('shell.page.home')}</Link>}>{t('shell.page.missingWords')}</EmptyState>
}
/** Outside the frame. */
export const MissingPage = () => <main className="room"><Missing /></main>
export function Forbidden({ needs }: { needs: Permission }) {
  const t = useText(), { roles } = useMe()
  return (
    <EmptyState level="h1" title={t('shell.page.forbidden')} action={<Link className="button" to="/">{t('shell.page.home')}</Link>}>
      {t('shell.page.forbiddenWords', { permission: needs })} {t('shell.page.roles', { roles: roles.map((r) => t(`shared.role.${r}`)).join(', ') })}
    </EmptyState>
  )
}
export function Broken({ error, reset }: { error: unknown; reset?: () => void }) {
  const t = useText(), router = useRouter()
  const again = () => { reset?.(); void router.invalidate() }
  return <ErrorState title={t('shell.page.broken')} retry={{ label: t('shared.retry'), do: again }} reference={error instanceof Problem ? error.requestId : null}>{error instanceof Problem ? problemWords(t, error) : t('shell.page.brokenWords')}</ErrorState>
}
/** Something asked of the desk that did not come. */
export function Failed({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const t = useText()
  return (
    <ErrorState title={t('shared.failed.title')} retry={retry && { label: t('shared.retry'), do: retry }} reference={problem instanceof Problem ? problem.requestId : null}>
      {problemWords(t, problem)} {t('shared.failed.safe')}
    </ErrorState>
  )
}
