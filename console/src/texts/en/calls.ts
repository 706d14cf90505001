export const calls = {
  list: {
    title: 'Calls', table: 'List of calls', empty: 'No calls yet', emptyWords: 'Every call in or out is one row here, however it ended.', narrowed: 'No call matches these filters', narrowedWords: 'Use fewer filters, or clear them.',
    arrived_one: '{{count}} new call, show', arrived_other: '{{count}} new calls, show',
    result: 'Result', day: 'Day', today: 'Today', yesterday: 'Yesterday', mine: 'Only mine', number: 'Number', numberHint: 'A number or part of it', clear: 'Clear the filters',
  },
  column: { when: 'Time', who: 'Caller', line: 'Line', result: 'Result', staff: 'Answered by', waited: 'Waited', talked: 'Talked', cases: 'Case', recorded: 'Recording' },
  hidden: 'Hidden number', outgoing: 'Outgoing call', incoming: 'Incoming call', emergency: 'Emergency', recorded: 'Recorded', notRecorded: 'Not recorded', nobody: 'Nobody',
  result: {
    live: 'In progress', answered: 'Answered', abandoned_notice: 'Abandoned: in the notice', abandoned_greeting: 'Abandoned: in the greeting', abandoned_queue: 'Abandoned: in the queue', abandoned_ringing: 'Abandoned: while ringing',
    call_back: 'Asked for a call back', voice_message: 'Left a voice message', forwarded: 'Forwarded to a mobile', no_answer: 'Nobody answered', refused: 'Not accepted', lost: 'Cut off, the switch stopped',
    out_answered: 'Called, spoken to', out_no_answer: 'Called, no answer',
  },
  queue: { main: 'Main queue', emergency: 'Emergency queue' },
  page: {
    title: 'Call', times: 'Times', facts: 'Facts', recording: 'Recording', cases: 'Cases', noCases: 'No case was opened from this call.', wrapUp: 'Wrap-up', noWrapUp: 'No wrap-up was written.', note: 'Note', back: 'List of calls',
    number: 'Number', person: 'Person', dialled: 'Dialled number', line: 'Line', queue: 'Queue', staff: 'Answered by', hungUpBy: 'Hung up by', waited: 'Waited', talked: 'Talked', callThem: 'Call', after: '+{{time}}',
  },
  step: { arrived: 'Arrived', dialled: 'Dialled', queued: 'Entered the queue', rang: 'Rang at an operator', rangOut: 'Rang', answered: 'Answered', ended: 'Ended', running: 'In progress' },
  hungUpBy: { caller: 'The other side', operator: 'The operator', system: 'The switch' },
  recording: {
    why: 'Why are you listening?', whyWords: 'Who listened, when and why is kept.', other: 'Another reason', ownWords: 'Write the reason', neededWords: 'Write the reason before listening.', listen: 'Listen', player: 'Recording player',
    kept: 'This listening was kept: {{why}}', again: 'Listen again for another reason', none: 'This call has no recording.', running: 'The call is in progress; its recording can be heard when it ends.', notAllowed: 'You may not listen to recordings. Ask a supervisor.',
    reasons: { check: 'To check a case', dispute: 'There is an objection or complaint', quality: 'Quality review', message: 'To hear the message left' },
  },
  board: {
    whole: 'Full screen',
    title: 'Live board', now: 'Now', wall: 'Wall screen', stale: 'This is out of date', staleWords: 'Last update: {{age}}. Nothing new comes from the server; it is tried again by itself.', age: '{{count}} s ago',
    waiting: 'Waiting', longest: 'Longest wait', ready: 'Ready', onCall: 'On a call', paused: 'Paused', tasks: 'To call',
    word: { calm: 'Calm', served: 'Being connected', nobodyReady: 'No operator is ready', inTarget: 'Within target', late: 'Over target', veryLate: 'Far too long', noneReady: 'Nobody can take a call', open: 'Waiting to be called', none: 'None', canTake: 'Can take calls' },
    operators: 'Operators', noOperators: 'Nobody is at the desk', noOperatorsWords: 'An operator appears here on becoming ready.', calls: 'Waiting calls', noCalls: 'Nobody is waiting.', alarms: 'Alarms', noAlarms: 'No alarms. The system is running.',
    name: 'Name', state: 'State', since: 'For', from: 'Caller', queue: 'Queue', wait: 'Waited',
  },
  presence: { away: 'Away', ready: 'Ready', paused: 'Paused', ringing: 'Ringing', on_call: 'On a call', wrap_up: 'Wrapping up' },
  alarm: {
    switchAway: 'The telephone switch cannot be reached', switchAwayWords: 'Calls in progress are not affected and incoming calls are answered. The server keeps trying; the list of calls is completed when the connection is back.',
    switchNone: 'There is no telephone switch', switchNoneWords: 'Everything but the telephone works. The administrator should connect an Asterisk.',
    diskLow: 'The disk is nearly full', diskLowWords: 'Free space: {{megabytes}} MB. If it shrinks further, recording stops; calls go on.',
    diskLowUnknown: 'If space shrinks further, recording stops; calls go on.',
    recordingStopped: 'Recording stopped', recordingStoppedWords: 'Calls go on without being recorded. The administrator should free disk space; recording starts again by itself.',
    other: 'System alarm', otherWords: 'Tell the administrator. Code: {{code}}', since: 'Since',
  },
}
