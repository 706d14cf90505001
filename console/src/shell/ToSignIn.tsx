import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'

/** To the sign-in, and back here afterwards. Once: the router's own `Navigate` goes again with every render on the way. */
export function ToSignIn() {
  const navigate = useNavigate()
  useEffect(() => {
    const here = location.pathname + location.search
    void navigate({ to: '/sign-in', search: here === '/' ? {} : { to: here }, replace: true })
  }, [navigate])
  return null
}
