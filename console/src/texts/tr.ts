/** Turkish, the desk's first language. Its keys are the keys of every language. */
import { agreement } from './tr/agreement.ts'
import { calls } from './tr/calls.ts'
import { cases } from './tr/cases.ts'
import { clocks } from './tr/clocks.ts'
import { confirmation } from './tr/confirmation.ts'
import { contact } from './tr/contact.ts'
import { duty } from './tr/duty.ts'
import { identity } from './tr/identity.ts'
import { insights } from './tr/insights.ts'
import { imports } from './tr/imports.ts'
import { intake } from './tr/intake.ts'
import { knowledge } from './tr/knowledge.ts'
import { muhtar } from './tr/muhtar.ts'
import { field, problem, refusal } from './tr/refusals.ts'
import { paper } from './tr/paper.ts'
import { proposal } from './tr/proposals.ts'
import { search } from './tr/search.ts'
import { settings } from './tr/settings.ts'
import { shared } from './tr/shared.ts'
import { shell } from './tr/shell.ts'
import { silence } from './tr/silence.ts'
import { softphone } from './tr/softphone.ts'
import { statutory } from './tr/statutory.ts'
import { work } from './tr/work.ts'

export const tr = { agreement, shared, shell, problem, refusal, field, identity, cases, calls, clocks, confirmation, contact, duty, insights, imports, intake, knowledge, muhtar, paper, proposal, search, settings, silence, softphone, statutory, work }
type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }
export type Texts = Shape<typeof tr>
