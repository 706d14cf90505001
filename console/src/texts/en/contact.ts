export const contact = {
  task: {
    title: 'To call', views: 'View', open: 'Waiting', done: 'Done', list: 'Calls owed to citizens', order: 'Emergencies first, then the oldest.',
    empty: 'Nobody is waiting for a call', emptyWords: 'Citizens who asked for a call back, left a message or hung up while waiting appear here.', emptyDone: 'No call is done yet', emptyDoneWords: 'Calls whose result was written stay here.',
    reason: { call_back: 'Asked for a call back', voice_message: 'Left a voice message', abandoned: 'Hung up while waiting', tell_number: 'Case number to be told', silence: 'Waits for news, time runs out' },
    emergency: 'Emergency', waits: 'Waiting: {{time}}', times_one: 'Called us {{count}} time', times_other: 'Called us {{count}} times', lastTry: 'Last try: {{result}}', takenBy: 'Taken by: {{name}}', doneBy: 'Called by: {{name}}', mine: 'You took it', noNumber: 'Hidden number, cannot be called', theCall: 'The call', case: 'Case: {{number}}',
    take: 'Take', call: 'Call', listen: 'Hear the message', finish: 'Write the result', takenWords: 'The call is yours.',
    callYourself: 'Call from your telephone', callYourselfWords: 'No telephone is connected at this computer. Call the number from another one, then write the result.', lineDown: 'Your telephone is not connected just now. Call the number from another one, then write the result.',
    finishTitle: 'Result of the call', result: 'Result', resultNeeded: 'Choose a result.', note: 'Note', noteHint: 'Optional. What was said, what was promised?', stays: 'The call stays open and waits for the next try.', saved: 'The result was written.', staysSaved: 'Written. The call stays among those waiting.', messageTitle: 'The message left',
  },
  result: { reached: 'Reached', not_reached: 'Not reached', case_opened: 'Case opened', no_need: 'No longer needed', wrong_number: 'Wrong number' },
  message: {
    title: 'Messages', table: 'Messages to citizens', empty: 'No messages yet', emptyWords: 'The message a citizen gets when a case is opened appears here.', narrowed: 'No message is in this state', narrowedWords: 'Choose another state, or show all.',
    waiting_one: 'Waiting to go: {{count}} message', waiting_other: 'Waiting to go: {{count}} messages', noneWaiting: 'No message is waiting to go', arrived_one: '{{count}} new message, show', arrived_other: '{{count}} new messages, show',
    status: 'State', at: 'Time', to: 'To', text: 'Message', case: 'Case', noCase: 'No case', channel: 'Way', sentAt: 'Sent', error: 'Error: {{error}}',
    gatewayTitle: 'No SMS gateway is connected', gatewayWords: 'Messages wait here unsent; none is deleted. Tell the urgent ones by telephone. The administrator connects a gateway.',
  },
  status: { queued: 'Queued', sent: 'Sent', delivered: 'Delivered', failed: 'Failed', spooled: 'Waiting here', read_out: 'Read out by telephone' },
  channel: { sms: 'SMS', mail: 'E-mail', voice: 'Telephone' },
}
