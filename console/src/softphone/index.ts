/** The telephone's door: two slots for the shell, hooks and commands for rooms. */
export { CallBar } from './CallBar.tsx'
export { OutBar, useOutPhone } from './out.tsx'
export { PresenceControl, useReasons } from './PresenceControl.tsx'
export { maybeName, useCallerCard } from './caller.ts'
export { deskCode, dial, patience, phoneState, tellPhone, usePhase, usePhone, watchPhone } from './open.ts'
export { activeCall, audioElsewhere, phaseOf, secondCall, type Phase, type PhoneCall, type Purpose, type State } from './state.ts'
