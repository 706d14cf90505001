import type { Texts } from '../tr.ts'

export const work: Texts['work'] = {
  title: 'Work orders', nav: 'Work orders', panel: 'Field work', late: 'Overdue', noDays: 'No days given', noCrew: 'No crew given', anyCrew: 'All crews', crewOf: 'Crew', day: 'Day',
  what: 'What is to be done', from: 'First day', to: 'Last day', notes: 'Note for the crew', notesHint: 'Seen by the crew and the directorate alone.', contact: 'Contact on the spot', contactName: 'Name', contactPhone: 'Telephone',
  contactHint: 'If you write nothing, the crew does not see who reported it.', addReporter: 'Add the person who reported it', crewHint: 'Given a crew and days, the job appears on the crew’s telephone.',
  show: { label: 'Show', todo: 'To do', waiting: 'Waiting for us', crew: 'With a crew', late: 'Overdue', all: 'All' },
  waiting: 'Waiting for the directorate', empty: 'No work orders here', emptyWords: 'The work of every solution agreed with the citizen comes here by itself.', noCrews: 'Your directorate has no crew. The administrator sets crews up.',
  printList: 'Print the list', plan: 'Give crew and days', change: 'Change', split: 'Split', add: 'Add a work order', cancel: 'Cancel it', takeBack: 'Take “done” back', forCrew: 'For the crew', byHand: 'Report by hand', finish: 'Our part is done', ended: 'Ended:',
  finishMissing: 'Add the required photo first.', finishOpen: 'Finish or cancel the open work orders first.', planTitle: 'Work order {{number}}', newTitle: 'New work order', reason: 'Reason', cannotBecause: 'Could not be done, because',
  ask: {
    cancel: 'Cancel {{number}}?', cancelDo: 'Cancel it', takeBack: '{{number}} is not done?', takeBackDo: 'Give it back to the crew', cannot: 'Why could {{number}} not be done?', cannotDo: 'Say it could not be done',
  },
  byMove: 'Done to the case: {{move}}', byUndone: 'The agreement with the citizen was taken back', missing: 'Missing photo: {{shots}}', photos: 'Photos', useAsBefore: 'Count a photo of the case',
  shot: { before: 'Before', after: 'After' }, upload: { before: 'Add a photo of before', after: 'Add a photo of after' },
  status: { draft: 'Draft', assigned: 'With the crew', on_the_way: 'On the way', started: 'Started', done: 'Done', cannot: 'Could not be done', cancelled: 'Cancelled' },
  act: { on_the_way: 'On my way', started: 'Started', done: 'Done', cannot: 'Cannot be done', note: 'Note' },
  crew: {
    title: 'My jobs', nav: 'My jobs', back: 'My jobs', empty: 'No job is given to you', emptyWords: 'A new job appears here.', over: 'Ended today', noPlace: 'No place written', navigate: 'Directions',
    take: { before: 'Take the photo of before', after: 'Take the photo of after' }, takeOne: 'Take a photo', offline: 'No connection', needed: 'Needed', addNote: 'Write a note', note: 'Note', keepNote: 'Add the note', whyNot: 'Why can it not be done?', sendCannot: 'Tell the directorate', finished: 'This job is done.',
    unsent: 'Not sent', unsentCount_one: 'Not sent: {{count}}', unsentCount_other: 'Not sent: {{count}}', sending: 'Sending', allSent: 'Everything is sent.',
    away: 'Go on working; everything is sent by itself when the connection is back. List of {{time}}', out: 'Your session is over. What you wrote and photographed stays on this telephone. It is sent when you sign in.', signIn: 'Sign in', again: 'Try again',
    signOut: 'Sign out', signOutUnsent: 'Some things are not sent. If you sign out they stay on this telephone and are sent when you sign in again.', stay: 'Stay',
    cancelled: 'This job was cancelled', reason: 'Note of the directorate', strays: 'Left from jobs that are not on the list', sendAgain: 'Send again', throwAway: 'Delete', understood: 'Understood', refusedKept: 'What you wrote stays on this telephone.',
    late: {
      cancelled: 'This job had been cancelled before you sent this. Your note and photo reached the directorate and are kept with the case. The job stays as it is.',
      given_away: 'This job had been given to another crew before you sent this. Your note and photo reached the directorate and are kept with the case.',
      taken_back: 'This job had gone back to the directorate before you sent this. Your note and photo reached the directorate and are kept with the case.',
      done: 'This job was done before. Your note is kept with the case.',
    },
    firstOnline: 'No connection', firstOnlineWords: 'The first opening needs a connection. After that it works without one.', notCrew: 'This page is for crews', notCrewWords: 'Your account is not a crew’s. The administrator gives roles.', toDesk: 'Back to the desk',
    noStore: 'This browser keeps nothing. Leave the private window or use another browser.',
  },
  entry: {
    order_assigned: 'Work order given to a crew: {{number}}, {{crew}}', order_done: 'The crew has done it: {{number}}, {{crew}}', order_cannot: 'The crew could not do it: {{number}}, {{crew}}', order_note: 'Note of the crew: {{number}}, {{crew}}', order_cancelled: 'Work order cancelled: {{number}}',
    order_taken_back: 'Work order not done after all: {{number}}', order_late: 'Came late from the crew: {{number}}, {{crew}}',
  },
}
