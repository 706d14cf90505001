import type { Texts } from '../tr.ts'

export const proposal: Texts['proposal'] = {
  title: 'Proposed solution', titleRefusal: 'Proposed refusal', version: 'Proposal {{version}}', byRule: 'Approved by the rule of this topic', nobody: 'There is nobody to agree with. After approval the work is planned at once.', leadSends: 'All parts are ready. The lead directorate sends it for approval.',
  nav: 'Approvals',
  none: { words: 'Nothing has been proposed yet.', yours: 'Your directorate’s proposal is awaited.' },
  status: { draft: 'Being written', proposed: 'Ready for approval', submitted: 'Awaiting approval', approved: 'Approved', sent_back: 'Sent back', agreed: 'Agreed', objected: 'Citizen wants something else', withdrawn: 'Withdrawn', rejected: 'Refused with reasons' },
  because: { sent_back: 'Why was it sent back?', objected: 'What the citizen wants' },
  kind: { solution: 'Solution', refusal: 'Reasoned refusal' },
  cost: { none: 'No cost', small: 'Small cost', medium: 'Medium cost', large: 'Large cost' },
  field: {
    kind: 'Kind of proposal', template: 'Ready words', source: 'Source of the problem', what: 'What will be done?', why: 'Why can it not be done?', byWhom: 'By whom?', from: 'First day', to: 'Last day', days: 'Days', cost: 'Cost class',
    citizenMust: 'What must the citizen do?', alternatives: 'Another way', entersPrivate: 'The work enters private property', costsCitizen: 'It costs the citizen something',
  },
  hint: {
    template: 'The words you choose fill the fields; you can change them.', source: 'What the citizen said stands here. Leave it if it is right, else correct it; both are kept.', what: 'Write short sentences that the citizen understands.', why: 'The citizen hears the reason: short, clear, without blame.',
    cost: 'Only the municipality sees it. Above the director’s limit the deputy mayor approves too.', plain: 'This is read out on the telephone. Sentences of at most fifteen words, clear dates.', english: 'This citizen speaks English. Write the English words too.',
  },
  lack: { source: 'Choose or write the source.', what: 'This field is needed.', byWhom: 'Write who does it.', from: 'Write the first day.', to: 'Write the last day.', ends: 'It cannot end before it begins.', english: 'Write the English words too.' },
  flag: { entersPrivate: 'Enters private property', costsCitizen: 'Costs the citizen' },
  form: {
    title: 'My directorate’s proposal', open: 'Propose a solution', goOn: 'Go on with the draft', rewrite: 'Change our proposal', revise: 'Take back and correct', later: 'Later', propose: 'Propose', send: 'Send for approval',
    proposed: 'Your proposal is saved. Case: {{number}}', sent: 'Sent for approval. Case: {{number}}',
  },
  draft: { saving: 'Saving', saved: 'Draft saved' },
  part: { waits: 'Its proposal is awaited', nobody: 'Nobody works in this directorate' },
  plain: { title: 'What the citizen will hear', tr: 'What the citizen will hear, in Turkish', en: 'In English', again: 'Compose anew from the fields' },
  whole: { title: 'All parts are ready', words: 'Read the words, put them as the citizen should hear them, and send them for approval.' },
  approvals: { title: 'Approvals' }, need: { director: 'Director’s approval', deputy_mayor: 'Deputy mayor’s approval' },
  approval: { waiting: 'Waiting', approved: 'Approved', sent_back: 'Sent back', by_rule: 'By the topic’s rule' },
  decider: { director: 'Waits for: {{names}}', deputy: 'The director is away, waits for the deputy: {{names}}', deputy_mayor: 'Waits for the deputy mayor: {{names}}', nobody: 'Nobody is named to approve. Tell the administrator.' },
  as: { director: 'as director', deputy: 'as deputy', deputy_mayor: 'in the director’s place', above: 'above the director’s limit' },
  wordings: { title_one: 'The words changed {{count}} time', title_other: 'The words changed {{count}} times' },
  decide: { title: 'Decision', approve: 'Approve', words: 'Edit wording', sendBack: 'Return with reason', back: 'Return', reason: 'Reason', reasonHint: 'The directorates read it and write the proposal anew.', diff: 'Words that change', keepWords: 'Save the words' },
  done: { approved: 'Approved. Case: {{number}}', partly: 'Your approval is saved, others are awaited. Case: {{number}}', sentBack: 'Returned. Case: {{number}}', reworded: 'The words are changed' },
  agreed: { call: 'The citizen agreed on the telephone.', link: 'The citizen agreed by the link.', silence: 'No answer came; at the end of the time it counts as agreed.', counter: 'The citizen agreed at the counter.', rule: 'Counts as agreed by rule.' },
  comment: { label: 'Comment', hint: 'Read by all who work on this proposal, never by the citizen.', add: 'Add the comment' },
  earlier_one: '{{count}} earlier proposal', earlier_other: '{{count}} earlier proposals',
  queue: {
    title: 'Awaiting approval', list: 'Queue of approvals', one: 'The chosen proposal', empty: 'Nothing waits for your approval', emptyWords: 'A new proposal shows here by itself.', notYours: 'Directors, deputies and deputy mayors approve here. Your approval is not asked for.',
    choose: 'Choose a proposal', chooseWords: 'Choose one on the left: its cost, its days and what the citizen will hear stand here.', decided: 'This proposal does not await your approval', sent: 'Sent for approval:',
  },
  bulk: {
    choose: 'Choose: {{number}}', hint: 'Small work that the rule allows can be ticked and approved together.', rule: 'By rule approved one by one', unlike: 'Not of the same kind or cost as those chosen', approve_one: 'Approve {{count}} proposal', approve_other: 'Approve {{count}} proposals', none: 'Clear the choice',
    done_one: '{{count}} proposal approved', done_other: '{{count}} proposals approved', refused_one: '{{count}} proposal could not be approved', refused_other: '{{count}} proposals could not be approved',
  },
  away: { open: 'I am away', until: 'My last day away', words: 'Your deputy approves in this time, without one the deputy mayor.', now: 'You are marked as away. Last day: {{day}}', end: 'I am back', set: 'You are marked as away. Last day: {{day}}', back: 'You are back, approvals are yours again.', others: 'Away' },
  undo: { newest: 'Last step: {{move}}.', button: 'Undo', title: 'Undo the last step', words: 'To be undone: {{move}}. The case goes back to: {{state}}.', told: 'The citizen was told of it and will be told of the correction.', done: 'Undone. Case: {{number}}' },
  correct: {
    topic: 'Correct the topic', place: 'Correct the place', topicWords: 'The case goes to the directorates of the new topic. A waiting proposal is withdrawn; what was promised stays promised.', placeWords: 'Where another body serves the place, the case is handed over to it and the citizen is told.', goes: 'Goes to: {{lead}}.', notOurs: 'Will be handed over to: {{institution}}', save: 'Correct', done: 'Corrected. Case: {{number}}',
  },
  timeline: { approved_part: 'Approved, other approvals are awaited', comment: 'Comment on the proposal', reworded: 'What the citizen will hear was changed', place_changed: 'Place corrected. New place: {{place}}', topic: 'Topic: {{to}} instead of {{from}}', because: { anonymous: 'The reporter is not known', tip_off: 'Tip-off', told_after: 'Emergency: work first, word after' } },
}
