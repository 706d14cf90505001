/** Who is signed in at this browser, and what they may do. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import { identityApi, type Me } from '../../contracts/identity.ts'
import type { Permission } from '../../contracts/permissions.ts'
import { asking, call } from './client.ts'

const MeContext = createContext<Me | null>(null)
export const MeProvider = ({ me, children }: { me: Me; children: ReactNode }) => <MeContext value={me}>{children}</MeContext>

export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('outside the signed-in part')
  return me
}
export function useMay(): (permission: Permission) => boolean {
  const { may } = useMe()
  return (permission) => may.includes(permission)
}
/** Asks the desk who this is; a 401 is an answer, not worth asking again. */
export const meQuery = { ...asking(identityApi.me), staleTime: 60_000 }
export const useWhoIsThere = () => useQuery(meQuery)

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    // A desk that is away must not keep anyone from leaving the screen; its session ends by itself.
    await call(identityApi.signOut).catch(() => undefined)
    queries.clear()
    location.assign('/sign-in')
  }
}
