export const contact = {
  task: {
    title: 'To call', views: 'View', open: 'Waiting', done: 'Done', list: 'Calls owed to citizens', order: 'Emergencies first, then the oldest.',
    empty: 'Nobody is waiting for a call', emptyWords: 'Citizens who asked for a call back, left a message or hung up while waiting appear here.', emptyDone: 'No call is done yet', emptyDoneWords: 'Calls whose result was written stay here.',
    reason: { call_back: 'Asked for a call back', voice_message: 'Left a voice message', abandoned: 'Hung up while waiting', tell_number: 'Case number to be told', tell: 'News to be told', check_number: 'Number to be checked', answer: 'Answer to be sorted', silence: 'Waits for news, time runs out', agree: 'Discuss the solution', confirm: 'Ask whether it is fixed' },
    emergency: 'Emergency', waits: 'Waiting: {{time}}', times_one: 'Called us {{count}} time', times_other: 'Called us {{count}} times', lastTry: 'Last try: {{result}}', takenBy: 'Taken by: {{name}}', doneBy: 'Called by: {{name}}', mine: 'You took it', noNumber: 'Hidden number, cannot be called', theCall: 'The call', case: 'Case: {{number}}',
    take: 'Take', call: 'Call', listen: 'Hear the message', finish: 'Write the result', takenWords: 'The call is yours.',
    callYourself: 'Call from your telephone', callYourselfWords: 'No telephone is connected at this computer. Call the number from another one, then write the result.', lineDown: 'Your telephone is not connected just now. Call the number from another one, then write the result.',
    finishTitle: 'Result of the call', result: 'Result', resultNeeded: 'Choose a result.', note: 'Note', noteHint: 'Optional. What was said, what was promised?', stays: 'The call stays open and waits for the next try.', saved: 'The result was written.', staysSaved: 'Written. The call stays among those waiting.', messageTitle: 'The message left', toSay: 'To be said', wrote: 'They wrote', checkHint: 'No message goes to this number any more. Find the citizen’s new number.',
  },
  result: { reached: 'Reached', not_reached: 'Not reached', case_opened: 'Case opened', no_need: 'No longer needed', wrong_number: 'Wrong number' },
  message: {
    title: 'Messages', table: 'Messages to citizens', empty: 'No messages yet', emptyWords: 'The message a citizen gets when a case is opened appears here.', narrowed: 'No message matches', narrowedWords: 'Change the filter, or show all.', search: 'Case number, telephone or e-mail', resend: 'Send again', resent: 'The message is queued again.', resendNot: 'A supervisor may send again.', together: 'Went as one', delivered: 'Delivered:',
    waiting_one: 'Waiting to go: {{count}} message', waiting_other: 'Waiting to go: {{count}} messages', noneWaiting: 'No message is waiting to go', arrived_one: '{{count}} new message, show', arrived_other: '{{count}} new messages, show',
    status: 'State', at: 'Time', to: 'To', text: 'Message', case: 'Case', noCase: 'No case', channel: 'Way', sentAt: 'Sent', error: 'Error: {{error}}',
    gatewayTitle: 'No SMS gateway is connected', gatewayWords: 'Messages wait here unsent; none is deleted. Tell the urgent ones by telephone. The administrator connects a gateway.',
  },
  status: { queued: 'Queued', sent: 'Sent', delivered: 'Delivered', failed: 'Failed', spooled: 'Waiting here', read_out: 'Said by telephone', to_call: 'To be told by a call' },
  error: { wrong_number: 'The number is another person’s', stop: 'The citizen wants no message there', bounced: 'The e-mail came back', no_need: 'No longer needed', refused: 'The gateway refused this message', unexpected_answer: 'The gateway’s answer was not understood' },
  channel: { sms: 'SMS', mail: 'E-mail', voice: 'Telephone' },
  ledger: {
    title: 'Contact with the citizen', empty: 'No word yet', emptyWords: 'Every word to and from the citizen stands here.', in: 'From the citizen', out: 'To the citizen', withheld: 'Only the desk sees what was written.', automatic: 'Automatic', news: 'News', more: 'Show all ({{count}})', theCall: 'The call', people_one: 'to {{count}} person', people_other: 'to {{count}} people',
    channel: { sms: 'SMS', mail: 'E-mail', call: 'Telephone', chat: 'Chat', letter: 'Letter', counter: 'Counter' },
    reach: 'Reached by', reachSms: 'SMS: {{count}}', reachMail: 'E-mail: {{count}}', reachCall: 'Telephone: {{count}}', reachNobody: 'Cannot be reached: {{count}}', reachNone: 'Nobody is to be told on this case.', reachHidden: 'The desk knows to whom and how it goes.',
  },
  write: {
    title: 'Write to the citizen', label: 'Message to the citizen', hint: 'This text goes to the citizen. Internal notes have a field of their own below.', to: 'To', reporter: 'Whoever reported it', all: 'Whoever reported or joined it', preview: 'The citizen reads', send: 'Send to the citizen', sent: 'The message is queued.', notYours: 'You may not write to the citizen.',
  },
}
