import { calls } from './en/calls.ts'
import { cases } from './en/cases.ts'
import { contact } from './en/contact.ts'
import { identity } from './en/identity.ts'
import { intake } from './en/intake.ts'
import { field, problem, refusal } from './en/refusals.ts'
import { shared } from './en/shared.ts'
import { shell } from './en/shell.ts'
import { softphone } from './en/softphone.ts'
import type { Texts } from './tr.ts'

export const en: Texts = { shared, shell, problem, refusal, field, identity, cases, calls, contact, intake, softphone }
