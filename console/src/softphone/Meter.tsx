import { useEffect, useRef } from 'react'
import { loudness } from './sound.ts'

/** How loud our own microphone is: a silent one is seen before the citizen has to say so. */
export function Meter({ on }: { on: boolean }) {
  const bar = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!on) return
    const timer = setInterval(() => { if (bar.current) bar.current.style.transform = `scaleX(${loudness().toFixed(2)})` }, 100)
    const shown = bar.current
    return () => { clearInterval(timer); if (shown) shown.style.transform = 'scaleX(0)' }
  }, [on])
  return <span className="meter" aria-hidden="true"><span ref={bar} /></span>
}
