import type { Texts } from '../tr.ts'

export const clocks: Texts['clocks'] = {
  panel: { title: 'Time', promised: 'Promised', due: 'Due', left: 'Left', late: 'Late by', stood: 'Left when it stopped', none: 'No due date', ended: 'The case has ended; no time runs.', pauses: 'Times it stood still', still: 'still standing', changes: 'Changes of the date', escalations: 'Warnings', earlier: 'Earlier ones' },
  minutes: { working: '{{time}} of working time', straight: '{{time}}, round the clock' },
  change: {
    open: 'Change the date', title: 'Give a new date', words: 'The citizen is told the new date and the reason.', day: 'Day', time: 'Time', reason: 'Reason', reasonHint: 'The citizen reads this.', needed: 'Fill this in.', send: 'Change and tell', done: 'New date told: {{number}}',
    waits: 'The time stands still now. Resume the case first.',
  },
  changed: { due_changed: 'Changed by the desk', due_moved: 'A holiday was added: {{day}}' },
  step: { share: '{{n}} percent of the time has passed', due: 'The due time has come', working_days_before: 'Working days left: {{n}}', working_days_after: 'Working days late: {{n}}', hours_before: 'Hours left: {{n}}', hours_after: 'Hours late: {{n}}' },
  whom: { in_hand: 'Whoever has it', director: 'Director', deputy_mayor: 'Deputy mayor', supervisor: 'Supervisor', nobody: 'There is nobody to tell' },
  phone: { ringing: 'Telephones are ringing', has: 'Accepted by telephone', nobody: 'Nobody accepted by telephone', stopped: 'The ringing was stopped' },
  have: { open: 'I have it', title: 'I have it', words: 'Nobody is warned again until the end of the next working day. For an emergency this is one hour.', note: 'Note', noteHint: 'Say in a sentence what you will do.', done: 'You have it: {{number}}', by: 'Has it: {{name}}', until: 'No new warning before' },
  timeline: { escalated_late: 'Overdue, warned: {{whom}}', escalated_soon: 'About to fall due, warned: {{whom}}', escalation_had: '{{name}} has it', due_changed: 'A new date was given', due_moved: 'A holiday was added, the date moved', info_came: 'The citizen has answered; whoever asked was called', to: 'Warned: {{people}}', before: 'Before: {{time}}', after: 'New date: {{time}}' },
  late: {
    title: 'Overdue', about: 'Cases whose promise we did not keep. The latest stands first.', show: 'Show', directorate: 'Directorate', nobody: 'nobody has it', never: 'never', since: 'Late by', dueIn: 'Due', number: 'No', topic: 'Topic', turn: 'Whose turn', inHand: 'In hand', lastWord: 'Last word to the citizen', escalated: 'Last warning', notYet: 'no warning',
    view: { late: 'Overdue: {{n}}', warned: 'Warned: {{n}}' }, empty: { late: 'Nothing is overdue', warned: 'Nothing is warned of' }, emptyWords: 'A case appears here when its time runs out.',
    turns: { us: 'Desk', directorate: 'Directorate', director: 'Director’s approval', citizen: 'Citizen', nobody: '–' },
  },
  toast: { late: 'Overdue: {{number}}', soon: 'About to fall due: {{number}}', open: 'Open' },
  inbox: { escalated: 'Warnings to me' },
  rules: {
    steps: 'Steps', when: 'Step {{n}}: when', amount: 'Amount', whom: 'To whom', mail: 'By e-mail too', add: 'Add a step', remove: 'Remove step {{n}}', hint: 'Each step is taken once for a case and its due time. It stops when somebody has it, when it waits or has ended.',
    at: { share: 'When a percentage of the time has passed', days_before: 'Working days before it is due', hours_before: 'Hours before it is due', due: 'When it is due', days_after: 'Working days after it was due', hours_after: 'Hours after it was due' },
    whoms: { in_hand: 'Whoever has it in hand', director: 'Director', deputy_mayor: 'Deputy mayor' }, phoneHint: 'Outside working hours the person on call is rung first; then an SMS goes out and the next in line is rung.',
  },
}
