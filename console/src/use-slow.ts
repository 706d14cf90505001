import { useEffect, useState } from 'react'

/** The value once it has stood still for so long; for questions asked while somebody types. */
export function useSlow<V>(value: V, ms: number): V {
  const [slow, setSlow] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return slow
}
