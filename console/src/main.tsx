import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import '@akmasa/ui/style.css'
import './shell/shell.css'
import { Problem } from './client.ts'
import { applyAppearance } from './shell/appearance.ts'
import { router } from './shell/router.tsx'
import { useLanguage } from './text.ts'

/** What the desk refused will be refused again; only its silence is worth a second try. */
const again = (failures: number, problem: Error) => failures < 2 && (!(problem instanceof Problem) || problem.status === 0 || problem.status >= 500)
const queries = new QueryClient({ defaultOptions: { queries: { retry: again, staleTime: 5_000, refetchOnWindowFocus: true, networkMode: 'always' }, mutations: { networkMode: 'always' } } })

function App() {
  const language = useLanguage()
  return (
    <I18nProvider locale={language === 'tr' ? 'tr-TR' : 'en-GB'}>
      <QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider>
    </I18nProvider>
  )
}
applyAppearance()
createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>)
