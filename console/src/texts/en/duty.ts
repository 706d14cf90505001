import type { Texts } from '../tr.ts'
export const duty: Texts['duty'] = {
  region: 'Emergencies under way', emergency: 'Emergency', late: 'Out of time, or about to be',
  page: {
    ringing: 'Ringing', has: 'Has it: {{name}}', nobody: 'Nobody has it', stopped: 'No longer rung', noPhone: 'No telephone to ring', since: 'Time passed',
    how: { key: 'pressed the key', console: 'accepted on screen', desk: 'told the desk' },
    who: { on_call: 'on call', director: 'director', deputy_mayor: 'deputy mayor', desk: 'desk', everyone: 'everyone', named: 'the person concerned' },
    reason: { case_ended: 'the case has ended', not_theirs: 'not this directorate’s any more' },
  },
  leg: { waits: 'waiting for the switch', rings: 'ringing', listens: 'listening', has: 'has it', no_key: 'answered, pressed nothing', no_answer: 'no answer', busy: 'busy', let_go: 'no longer rung', failed: 'not reached' },
  accept: 'I have it', more: 'More: {{directorate}}',
  act: { who: 'Note who has it', again: 'Ring the next one now', message: 'What is said', stop: 'Stop ringing' },
  who: { title: 'Who has it?', label: 'Who has it', hint: 'If somebody told you so, choose the name. The telephones stop, and the name is written on the case.', submit: 'Save', none: 'Nobody is in this directorate' },
  stop: { title: 'Stop ringing', label: 'Why', hint: 'The reason is written on the case.', submit: 'Stop' },
  message: {
    title: 'What those who are rung hear', now: 'Said now', told: 'What the citizen told is read out.', voice: 'Your recorded message is played.', label: 'Message', hint: 'Read out after topic and place. Keep it short: what happened, and what to beware of.', write: 'Save the message',
    or: 'Or in your own voice', record: 'Start recording', finish: 'Finish', again: 'Record again', use: 'Use this recording', listen: 'Your recording', seconds: 'Recorded: {{seconds}} s', longest: '60 seconds at most.', noMicrophone: 'The microphone cannot be reached. Type the message instead.', saved: 'The message has changed. Whoever answers from now on hears the new one.',
  },
  bringIn: {
    button: 'Bring in', title: 'Bring somebody into the call', hint: 'All three hear each other. When you leave, the other two go on talking.', help: '112 emergency', number: 'Telephone number', call: 'Bring in', onCall: 'On call', nobody: 'Nobody is on call at the moment.',
    rings: 'Ringing', here: 'In the call', gone: 'Did not answer', left: 'Left', end: 'Let go: {{number}}', now: 'In the call',
  },
  timeline: { paged: 'Rung: {{people}}', page_accepted: 'Has it: {{name}}', page_nobody: 'Nobody has it', page_stopped: 'No longer rung' },
}
