/** Is it done: what the citizen answered, and writing it down for her. */
export const confirmation = {
  title: 'Confirmation by the citizen', asked: { sms: 'Asked by SMS', mail: 'Asked by e-mail', call: 'To be asked by telephone', nobody: 'Nobody to ask' }, reminded: 'Reminded', until: 'Closes without an answer', waits: 'Answer awaited', stopped: 'The case went another way before an answer came.',
  answer: { fixed: 'Fixed', not_fixed: 'Not fixed', silence: 'No answer came, closed by rule', not_asked: 'Nobody was asked, closed by rule' },
  how: { link: 'By the link', call: 'On the telephone', counter: 'At the counter', rule: 'By rule' }, photo: 'The citizen’s photo', mark: 'Mark: {{mark}}/5', marks: { m1: 'Very bad', m2: 'Bad', m3: 'Fair', m4: 'Good', m5: 'Very good' }, again_one: 'Not fixed {{count}} time', again_other: 'Not fixed {{count}} times',
  record: 'Write the answer down', recordTitle: 'What did the citizen say?', ask: 'Ask: “The work for your report is done. Is it fixed?”', question: 'Answer', where: 'Where did she say it?', words: 'What remains', wordsHint: 'In the citizen’s own words. The same unit reads it.', wordsNeeded: 'Write what is not fixed.', answerNeeded: 'Choose an answer.',
  markAsk: 'How did we do, she says?', markHint: 'Optional. The mark the citizen gave.', markWords: 'What she added', markOnly: 'Write the mark down', saved: 'The answer is written down.', markSaved: 'The mark is written down.', notReached: 'Not reached', wrongNumber: 'Wrong number', stays: 'The call stays open for the next try.',
  board: { title: 'Not fixed', none: 'No open case was said to be not fixed.', count_one: '{{count}} open case', count_other: '{{count}} open cases' },
  entry: {
    ask_confirmation: 'The citizen was asked whether it is fixed', confirm: 'The citizen said that it is fixed', not_fixed: 'The citizen said that it is not fixed. The case is reopened', confirm_by_rule: 'Closed by rule', not_fixed_again: 'Not fixed for the {{count}}. time. Told: {{names}}', satisfaction: 'The citizen’s mark: {{mark}}/5',
    because: { anonymous: 'No name was given, nobody to ask', tip_off: 'A tip-off, nobody to ask', silence: 'No answer came in time', unreachable: 'There is no way to reach the citizen' },
  },
  word: { confirmed: 'Said that it is fixed.', not_fixed: 'Said that it is not fixed.', asked_if_done: 'Was asked whether it is fixed.', agreed: 'Accepted the proposal.', objected: 'Wanted another solution.', withdrawn: 'Withdrew the report.', refusal_accepted: 'Accepted the refusal.', plan_told: 'Was told the proposal.', called: 'Was called.' },
}
