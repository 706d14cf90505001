import type { Texts } from '../tr.ts'

export const statutory: Texts['statutory'] = {
  title: 'Petitions and information requests', nav: 'Petitions and information', mark: 'Statutory time',
  statute: { petition: 'Petition', information: 'Information request' }, law: { petition: 'Law 3071', information: 'Law 4982' },
  state: { open: 'Awaiting an answer', waits_payment: 'Awaiting payment', answered: 'Answered', rejected: 'Not examined or refused', forwarded: 'Sent to the competent authority', withdrawn: 'Counts as withdrawn' },
  delivery: { by_hand: 'By hand', post: 'Post', email: 'E-mail', none: 'Could not be told' },
  needed: { name: 'name', signature: 'signature', address: 'address' },
  ground: {
    m4_missing: 'Name, signature or address is missing', indefinite: 'No definite subject (3071 art. 6)', judicial: 'A matter for the courts (3071 art. 6)', separate_work: 'Needs separate work (4982 art. 7)',
    published: 'Published information (4982 art. 8)', exempt: 'Exempt by the law (4982 art. 15-27)', not_held: 'Not held by the municipality (4982 art. 7)',
  },
  clock: {
    left_one: 'Statutory: {{count}} working day', left_other: 'Statutory: {{count}} working days', today: 'Statutory: today is the last day', overdue_one: 'Statutory time passed: {{count}} day', overdue_other: 'Statutory time passed: {{count}} days', stopped: 'Statutory time stopped: awaiting payment',
    ended: 'Statutory duty done', endedLate: 'Statutory duty done late',
    short: { left_one: '{{count}} working day left', left_other: '{{count}} working days left', today: 'Today is the last day', overdue_one: 'Overdue: {{count}} day', overdue_other: 'Overdue: {{count}} days', stopped: 'Awaiting payment', ended: 'Done', endedLate: 'Done late' },
  },
  list: {
    new: 'New registration', count: { open: 'Open', overdue: 'Overdue', soon: 'Due soon', waits: 'Awaiting payment', endedThisYear: 'Ended this year', lateThisYear: 'Late this year' }, counts: 'Counts',
    search: 'Search number, name or subject', show: 'Show', shows: { open: 'Open', ended: 'Ended', all: 'All' }, statute: 'Kind', directorate: 'Directorate', month: 'Month of receipt', anyMonth: 'Every month', overdue: 'Only overdue ones', clear: 'Clear filters',
    csv: 'Download as a table', print: 'Print', label: 'Register of petitions and information requests', file: 'petitions-and-information-requests',
    column: { number: 'Registration no.', statute: 'Kind', subject: 'Subject', name: 'Applicant', received: 'Received', due: 'Last day', clock: 'Time', lead: 'Lead', state: 'State', case: 'Case no.', ended: 'Ended', late: 'Late' },
    empty: 'Nothing awaits an answer', emptyWords: 'Write down what comes in with “New registration”.', filtered: 'Nothing matches these filters', filteredWords: 'Remove one of the filters.', noDue: 'The clock stands',
  },
  form: {
    title: 'Registering a petition or an information request', statute: 'What came in?', channel: 'How did it come?', noPhone: 'An information request is not taken by telephone; it is written and signed.', received: 'Day of receipt', due: 'Last day: {{day}}. Time: {{count}} working days.', dueLate: 'The last day has passed: {{day}}. It will be registered as overdue.', old: 'That day was {{count}} days ago. Are year and month right?',
    who: 'Applicant', name: 'Full name', address: 'Address', addressHint: 'Home or work. The answer is sent there.', signed: 'Is it signed?', signedHint: 'An electronic signature counts.', phone: 'Telephone', email: 'E-mail', mayMessage: 'Wants news by SMS or e-mail',
    missing: 'This cannot be examined. Missing: {{what}}', missingWords: 'It is registered with the reason, and the applicant is told. Have it completed now where that is possible.', told: 'How was the applicant told?',
    what: 'What is asked for?', subject: 'Subject of the petition', subjectHint: 'One sentence. It also stands on the receipt.', text: 'Text', textHint: 'All of it or a summary. Attach the scanned paper below.', where: 'Place', place: 'Neighbourhood or village', street: 'Street or locality', words: 'Directions', also: 'Another directorate concerned', alsoRemove: 'Remove: {{name}}', lead: 'Lead: {{name}}', notOurs: 'This is another body’s matter: {{name}}', notOursWords: 'Register it all the same. Then send it to that body and tell the applicant (3071 art. 5).',
    files: 'Scanned paper', choose: 'Choose files', drop: 'Drop the file here', fileRemove: 'Remove: {{name}}', send: 'Register', clear: 'Delete, begin again',
    gap: { signed: 'Choose whether it is signed.', subject: 'Write the subject.', topicId: 'Choose the topic of the case.', told: 'Choose how they were told.', receivedOn: 'Write the day of receipt.', answer: 'Answer this question.', email: 'The e-mail address is incomplete.', phone: 'Write the number with a leading 0.', count_one: '{{count}} thing is missing. Complete what is red.', count_other: '{{count}} things are missing. Complete what is red.' },
    done: { title: 'Registered', due: 'Answer at the latest on: {{day}}', rejected: 'Incomplete, so it will not be examined; the reason is on record.', case: 'Case no.: {{number}}', receipt: 'Receipt', open: 'Open the case', another: 'New registration', files: 'Uploading the scanned paper', filesDone: 'The scanned paper is attached to the case.' },
  },
  receipt: {
    title: 'Receipt', page: 'Receipt', paper: 'Paper', language: 'Language', print: 'Print', back: 'Back to the case', number: 'Registration number', received: 'Date of receipt', subject: 'Subject', name: 'Applicant', due: 'Answer at the latest on', caseNumber: 'Number to follow it by', kind: 'Kind',
    petition: 'Petition (law 3071)', information: 'Information request (law 4982)', free: 'This receipt is free of charge.',
    petitionWords: 'You will have a reasoned answer within {{days}} days (3071 art. 7).', informationWords: 'You will have an answer within {{days}} working days (4982 art. 11). This can be extended to {{extended}} working days, and you will be told why.',
    rejected: 'This cannot be examined. Missing: {{what}} (3071 art. 4, 6; 4982 art. 6). You may complete it and hand it in again.', ask: 'To ask how it stands: {{phone}}', received_by: 'Received by', unknown: 'Not stated',
  },
  panel: {
    title: 'Statutory time', due: 'Last day', received: 'Received', case: 'Our promise', caseHint: 'The case has a time of its own; holding or returning it does not stop the statutory one.', name: 'Applicant', address: 'Address', signed: 'Signature', channel: 'Channel', registered: 'Registered by', payBy: 'Last day for paying', extended: 'Extended', ended: 'Ended', missing: 'Missing',
    silence: 'Without an answer the request counts as refused on {{day}} (2577 art. 10). The time for going to court begins then.', silenceInformation: 'Without an answer, or when refused, an objection to the Information Review Board is possible within fifteen days (4982 art. 13).', steps: 'What was done', takeBack: 'Take back', takenBack: 'Taken back', receipt: 'Receipt',
    late: 'After the last day', print: 'Print the answer',
  },
  act: { progress: 'Progress word', answer: 'Answer', extend: 'Extend', cost: 'Notify the cost', pay: 'Paid', reject: 'Do not examine', forward: 'Send to the authority', takeBack: 'Take back' },
  dialog: {
    on: 'When?', onHint: 'The day it was told or sent.', delivery: 'How was it told?', words: { progress: 'What was told?', answer: 'Reasoned answer', reject: 'Reasons', cost: 'What does it cost for?', forward: 'Explanation (optional)' }, reason: 'Reason', reference: 'Number of the letter (optional)', receiptNo: 'Receipt no. (optional)', amount: 'Amount (lira)', amountHint: 'Example: 125.50', ground: 'Ground', institution: 'Body', otherInstitution: 'Name of the body, if not in the list', papers: 'Papers with the answer', noPapers: 'To add a paper to the answer, attach it to the case first.', needed: 'Fill in this field.', done: 'Saved: {{what}}',
    about: {
      progress: 'A progress word does not end the statutory duty; the result follows (3071 art. 7).', answer: 'A written and reasoned answer ends the statutory duty. The work of the case goes on its own way.', extend: 'The time becomes {{extended}} working days. Once, and within the first {{days}}, the reason told to the applicant (4982 art. 11).',
      cost: 'The clock stops once the cost is told. Unpaid within {{payment}} working days, the request counts as withdrawn (4982 art. 11).', pay: 'The clock goes on from where it stood.', reject: 'Ground and reasons are told in writing; the statutory duty ends.', forward: 'The petition goes to the competent authority, and the applicant is told (3071 art. 5).', takeBack: 'Take the last step back if it was written down by mistake. What was written stays; it does not count.',
    },
  },
  step: {
    registered: 'Registered. Registration no.: {{number}}', progress: 'Progress word given', extended: 'Time extended', cost_notice: 'Cost told: {{amount}} lira', paid: 'Cost paid', answered: 'Answered', rejected: 'Not examined or refused. Ground: {{ground}}', forwarded: 'Sent to the competent authority: {{institution}}', withdrawn: 'Cost not paid; counts as withdrawn',
    recounted: 'Holidays changed; counted anew', warned: 'Warning: working days left of the statutory time: {{left}}', overdue: 'Statutory time has passed', taken_back: 'Taken back: {{was}}',
    delivery: 'Told: {{how}}', reference: 'Number: {{reference}}', dueOn: 'Last day: {{day}}', on: 'Day: {{day}}', papers: 'Papers: {{names}}', missing: 'Missing: {{what}}',
  },
  warned: { words: 'Statutory time is running out. Registration no.: {{number}}', overdue: 'Statutory time has passed. Registration no.: {{number}}', open: 'Open' },
}
