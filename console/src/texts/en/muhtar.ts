import type { Texts } from '../tr.ts'

export const muhtar: Texts['muhtar'] = {
  title: { neighbourhood: 'My neighbourhood', village: 'My village', several: 'My places' },
  new: 'New case', goOn: 'Go on with what you began', toList: 'Back to the list', mine: 'Written by you', opened: 'Received:', happened: 'What happened?', youAdded: 'You added',
  noNames: 'Who reported it, and telephones, are not shown here. Matters of one person and tip-offs are not in the list either.', printed: 'Printed by {{name}}, {{time}}',
  noPlace: 'No neighbourhood or village belongs to your account', noPlaceWords: 'Call the municipality on 153, so that your place is added.',
  show: { label: 'Show', open: 'Open', mine: 'Written by you', ended: 'Ended' },
  empty: { open: 'No open case', mine: 'No case written by you', ended: 'None ended in the last ninety days' },
  emptyWords: { open: 'Nothing is waiting here. If there is a new problem, write it down with “New case”.', mine: 'Cases you write stay here; you can add words and photos.', ended: 'Ended cases stay here for ninety days.' },
  lateCount_one: 'Late: {{count}}', lateCount_other: 'Late: {{count}}', followers_one: 'Reported by {{count}} more person', followers_other: 'Reported by {{count}} more people',
  state: {
    registered: 'Registered, on its way to its directorate.', routed: 'With the directorate, waiting: {{directorate}}', under_review: 'The directorate is on it: {{directorate}}',
    returned: 'At the municipality, being sent to the right directorate.', handed_over: 'Not the municipality’s duty, referred to the responsible body.', closed: 'Closed.',
    proposed: 'A solution is prepared, on its way to approval: {{directorate}}', awaiting_approval: 'The solution waits for approval: {{directorate}}', discussing: 'The solution is being discussed with whoever told it.', planned: 'The work is planned: {{directorate}}', in_progress: 'The work is under way: {{directorate}}', resolved: 'The work is done.', awaiting_confirmation: 'The work is done; whoever told it was asked.',
    waiting_info: 'Waiting for information.', on_hold: 'Waits for a reason: {{directorate}}', rejected: 'Rejected with the reason.', duplicate: 'Joined another case of the same problem.', reopened: 'Not fixed, open again: {{directorate}}', cancelled: 'Withdrawn by whoever told it.', adopted: 'The suggestion was adopted.', declined: 'The suggestion was examined and not adopted.',
  },
  due: 'At the latest: {{time}} ({{left}})', late: 'The promised time has passed: {{time}} ({{left}})', noDue: 'No time was set.', ended: 'Ended: {{time}}',
  add: { title: 'Add', words: 'Add words', wordsHint: 'Write what has changed; the directorate sees it.', send: 'Add', sent: 'Added.', photo: 'Add a photo' },
  form: {
    danger: 'If a life is in danger, call 112 first', said: 'What happened, what is needed?', saidHint: 'Write nobody’s name or telephone.', topic: 'Topic', topicHint: 'By what you wrote.', otherTopic: 'Another topic', findTopic: 'For example: pothole, waste, water',
    notOurs: 'This is not the municipality’s duty', notOursWords: 'Tell that body yourself. If you wish, send it all the same: the municipality only keeps a record.', kind: 'Kind', place: 'Neighbourhood or village', street: 'Street or locality', words: 'How to find it', wordsHint: 'For example: opposite the school, beside the fountain.',
    send: 'Send', clear: 'Delete and start again', kept: 'Kept on this telephone until you send it.',
    arrived: 'This case has reached us', arrivedWords: 'What you sent first was recorded; what you changed since was not. Open the case and add words, or send what you wrote as a case of its own.', openIt: 'Open the case', another: 'Make it a case of its own',
  },
  gap: { said: 'Write what happened.', topic: 'Choose the topic.', place: 'Choose the place.', words: 'Write first.', count_one: '{{count}} thing is missing. Complete what is red.', count_other: '{{count}} things are missing. Complete what is red.' },
  sent: { title: 'Your case was received', handedOver: 'Recorded, but not the municipality’s duty', handedOverWords: 'The name of the responsible body is on the page of the case. The municipality does not send it there by itself; tell them.', lead: 'Directorate: {{directorate}}', due: 'At the latest: {{time}}', open: 'Open, add a photo', another: 'One more case' },
}
