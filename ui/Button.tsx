import type { ReactNode, Ref } from 'react'
import { useId } from 'react'
import { Button as AriaButton, ProgressBar, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { useWords } from './words.ts'

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger' | 'emergency'
export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children'> & {
  look?: ButtonLook
  small?: boolean
  /** Emergency only: solid red, while it is one. */
  solid?: boolean
  /** Why it may not be pressed now. Shown below it; the button stays reachable so that the reason can be heard. */
  reason?: string | null | false
  keys?: string
  className?: string
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'plain', small, solid, reason, keys, className, children, ...rest }: ButtonProps) {
  const id = useId(), w = useWords()
  const classes = ['button', look !== 'plain' && look, small && 'small', solid && 'solid', className].filter(Boolean).join(' ')
  if (reason)
    return (
      <span className="with-reason">
        <button type="button" className={classes} aria-disabled="true" aria-describedby={id}>{children}</button>
        <span className="reason" id={id}>{reason}</span>
      </span>
    )
  return (
    <AriaButton {...rest} className={classes}>
      {children}
      {rest.isPending && <ProgressBar aria-label={w.loading} isIndeterminate className="unseen" />}
      {keys && <Kbd>{keys}</Kbd>}
    </AriaButton>
  )
}

/** A key or chord, as written on it: `F2`, `Ctrl+K`. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="kbd" aria-hidden="true">{children}</kbd>
}
