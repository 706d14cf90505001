export const intake = {
  titleCall: 'Case of this call', channel: 'Where from', kind: 'Kind', said: 'What do they say?', where: 'Where?', place: 'Neighbourhood, village, street', placeHint: 'Start typing', street: 'Street', landmark: 'Description, landmark',
  placeByPin: 'Place found by the pin', pinOutside: 'The pin is outside the municipality', placeChosen: 'Place chosen', pinned: 'Pinned on the map', clearPlace: 'Clear the place', placeUnknown: 'No place chosen', noPlace: 'No such place; what you typed stays as a description', notOursPlace: 'not the municipality’s',
  topic: 'Topic', findTopic: 'Find a topic', noneOfThese: 'None of these', because: 'because: {{words}}', topicChosen: 'chosen', offersEmpty: 'Topics are offered here as you type.',
  questionsLater: 'The topic’s questions appear here when it is chosen.', source: 'What caused it? (as told)', sourceWords: 'In their own words', also: 'Whom else does it concern?', alsoHint: 'Add a directorate', alsoRemove: 'Remove: {{name}}',
  name: 'Name', phone: 'Telephone', languageLabel: 'Language', language: { tr: 'Turkish', en: 'English' }, mayMessage: 'Wants news by SMS', mayMessageLandline: 'Wants news (landline, no SMS)',
  anonymous: 'Will not give a name', anonymousNot: 'This topic needs a name.', tipOff: 'Tip-off: no directorate is shown who told it.',
  foot: 'Where it goes, and send', missing_one: '{{count}} missing:', missing_other: '{{count}} missing:', waiting: 'Not sent yet, waiting for the server. Your words are safe and will be sent by themselves.', sendHandOver: 'Record the hand-over',
  followWhom: 'To join, first write down who is calling.', begunBy: 'Begun by: {{name}}. You go on where it was left.',
  sentElsewhere: 'This one was sent from another seat.', conflict: 'Somebody else wrote in this draft too: {{name}}. Which one stays?', mine: 'What you wrote', keepMine: 'Keep mine', keepTheirs: 'Keep theirs',
  chronic: 'Chronic problem', chronicNone: 'No chronic problem is known.',
  saved: { saving: 'Saving…', saved: 'Saved {{time}}', here: 'On this computer, server waiting', theirs: 'Somebody else wrote too', sent_elsewhere: 'Sent from another seat', refused: 'The draft could not be saved' },
  field: { paper: 'Date and time', said: 'What they say', where: 'Place', topic: 'Topic', kind: 'Kind', reporter: 'Name or telephone', phone: 'Telephone', anonymous: 'Name', hand_over: 'Hand-over', no_directorate: 'Directorate' },
  gap: {
    paper: 'Write the sheet’s date and time, for example 14:05.',
    said: 'Write down what the citizen says.', where: 'Choose the place, describe it, or pin it on the map.', topic: 'Choose the topic.', kind: 'This topic cannot be opened as this kind. Choose another.', reporter: 'Write a name or a telephone number, or choose “Will not give a name”.',
    phone: 'This is not a telephone number.', anonymous: 'This topic needs a name.', hand_over: 'Tell the citizen whose it is, then tick this.', no_directorate: 'This topic has no directorate.', answer: 'This question needs an answer.',
  },
  caller: {
    title: 'Caller', nobody: 'No call', people: 'Who may it be?', waiting: 'Looking', empty: 'Shown here when a call comes.', unknown: 'This number is not known.', noName: 'Name not known', somebodyElse: 'Somebody else',
    onStreet: 'On their street', inPlace: 'In their neighbourhood', placeCases: 'Other open cases of her place', noPlaceCases: 'No other open case in her place.', muhtar: 'Muhtar: {{places}}', promises: 'Promises made', noPromises: 'No open promise.', cases: 'Latest cases', noCases: 'No cases.', first: 'First call',
    callsBefore_one: '{{count}} call before', callsBefore_other: '{{count}} calls before',
  },
  nearby: {
    title: 'Same problem nearby', later: 'Shown here when topic and place are given.', none: 'No open case of this topic nearby.', fresh_one: '{{count}} new, show', fresh_other: '{{count}} new, show', found_one: '{{count}} similar case nearby', found_other: '{{count}} similar cases nearby',
    metres: '{{metres}} m', near: 'nearby', street: 'same street', village: 'same village', neighbourhood: 'same neighbourhood', followers_one: 'told by {{count}} person', followers_other: 'told by {{count}} people', same: 'Same problem: join',
  },
  map: { title: 'Map', plain: 'No street map is installed; places and cases are drawn.', help: 'Move with the arrows, pin with Enter.', failed: 'The map could not be opened. You can describe the place in words.', here: 'Here' },
  knowledge: {
    title: 'Answers', search: 'Find an answer', none: 'No answer', list: 'Announcements and answers', later: 'Answers appear here as you write what is asked.', nothing: 'No answer fits. Note the question with “No answer”; somebody will write one.', failed: 'Answers cannot be reached; tried again when the connection is back.',
    answer: 'Answer', announcement: 'Announcement', pinned: 'Pinned announcement', here: 'Caller’s place', places: '{{count}} places', until: 'Valid until:', onlyTurkish: 'In Turkish only',
    readOut: 'Answer to read out', words: 'Words of the answer', done: 'Read out, close', notEnough: 'Read out, not enough', told: 'Read out: {{title}}. The call will be closed as information given.',
    atEnd: 'Counted. The call will be closed as information given when it ends.', counted: 'Counted and closed.', goesOn: 'Counted. You can go on writing.',
    question: 'Question without an answer', questionHint: 'Write the question only; no name, telephone or address. Digits are masked.', noted: 'The question was passed on to whoever writes the answers.',
  },
  emergency: { title: 'Is life at risk?', ask: 'Ask for the place first, then what happened.', call: 'If so: “Please call 112 now.” Write the place down too.' },
  notOurs: {
    topic: 'This topic is not the municipality’s.', place: 'This place is outside the municipality’s area.', body: 'Responsible body: {{name}}', phone: 'Telephone: {{phone}}', noPhone: 'No telephone on record.',
    told: 'I told the citizen, record the hand-over', reference: 'Their reference number',
  },
  route: {
    idle: 'The directorate appears here when an intake is open.', noTopic: 'The directorate appears here when the topic is chosen.', asking: 'Looking where it goes', nobody: 'No directorate leads this topic.', with: 'with: {{names}}', due: 'Due:',
    noDue: 'No due time', onCall: 'out of hours, on call: {{name}}', closed: 'out of hours, nobody on call', why: 'why?', because: 'topic: {{topic}}', handOver: 'Handed over to: {{name}}',
  },
  wrapUp: { button: 'Result of the call', title: 'What came of the call?', withTopic: 'The topic is chosen. Close with one digit.', topicFirst: 'If information was given, choose the topic first.', note: 'Note' },
  sent: {
    title: 'Case recorded', followed: 'The caller joined this case', handedOver: 'Hand-over recorded', number: 'Case number {{number}}', sms: 'The number was sent by SMS.', read_out: 'Read the number to the citizen.', anonymous: 'No name was taken. Read the number if they want it.',
    lead: 'Lead: {{name}}.', supporting: 'Supporting: {{names}}.', due: 'By:', next: 'Done, next', another: 'New case for the same person', anotherCaller: 'New case for the same caller', open: 'Open the case',
  },
  idle: {
    inCall: 'The call goes on', ringing: 'A call is coming', ready: 'Waiting for a call', notReady: 'Set yourself to “Ready” to take calls', wrapUp: 'Give the result of the call that ended', new: 'New case', unfinished: 'Unfinished', noUnfinished: 'Nothing was left unfinished.', noWords: 'No words yet', discard: 'Discard the draft',
    owed: 'To be called', noOwed: 'Nobody waits for a call.', allOwed: 'Show all', task: { call_back: 'asked to be called back', voice_message: 'left a message', abandoned: 'hung up unanswered', tell_number: 'to be told the number', silence: 'waits for news' },
  },
}
