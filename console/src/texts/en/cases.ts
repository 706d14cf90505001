export const cases = {
  inbox: {
    title: 'Cases', views: 'Views', filters: 'Filters', clear: 'Remove the filters', list: 'List of cases', preview: 'Preview', closePreview: 'Close the preview', open: 'Open the case',
    view: { mine: 'My directorate’s work', desk: 'Open cases', returned: 'Returned', all: 'All' },
    search: 'Search number or words', sort: 'Order', sortDue: 'Runs out first', sortNewest: 'Newest', status: 'State', kind: 'Kind', topic: 'Topic', place: 'Place', part: 'Part', anyPart: 'Lead or supporting',
    count: { open: 'Open', late: 'Late', today: 'Due today', unread: 'Unread', emergency: 'Emergency', mentioned: 'Mentions me' },
    column: { state: 'State', number: 'No', summary: 'Topic and summary', place: 'Place', due: 'Due', lead: 'Lead' },
    arrivals_one: '{{count}} new case', arrivals_other: '{{count}} new cases', arrivalsHow: 'Press to show; the list changes only then.', gone: 'Left the list', unread: 'Unread', mentioned: 'Mentions you', emergency: 'Emergency', stale: 'Updating',
    empty: { title: 'No cases waiting', words: 'A new case appears here by itself.', filtered: 'No case matches these filters', filteredWords: 'Remove one of the filters, or go to the view All.' },
  },
  page: {
    title: 'Case {{number}}', next: 'Next case', previous: 'Previous case', toInbox: 'Back to the cases', opened: 'Received', due: 'Due', openedBy: 'Recorded by', channel: 'Channel', kind: 'Kind', topic: 'Topic', lead: 'Lead',
    said: 'What the citizen said', facts: 'Facts', place: 'Place', street: 'Street', address: 'Directions', noPlace: 'No place given', source: 'Source of the problem', sourceWords: 'In her own words', noSource: 'No source given', answers: 'Questions', noAnswers: 'This topic has no questions',
    followers_one: '{{count}} more person reported the same problem', followers_other: '{{count}} more people reported the same problem',
    reporter: 'Reported by', anonymous: 'Anonymous', withheld: 'Who reported it is withheld', withheldWords: 'Directorates cannot see who gave a tip-off.', mayMessage: 'May be told by SMS', mayNotMessage: 'No consent to SMS', call: 'Call', map: 'Map', noPin: 'Not marked on the map', ground: 'No base map is loaded; only places and this case are drawn.',
    handedOver: 'Responsible institution', reference: 'Their number',
    calls: 'Calls', noCalls: 'No calls belong to this case', seconds: 'Length', notRecorded: 'Not recorded',
  },
  turn: { us: 'Our turn', directorate: 'The directorate’s turn', nobody: 'Nothing left to do' },
  task: { title: 'Tasks of the directorates', none: 'This case was sent to no directorate', status: { open: 'Waiting', taken: 'Taken', returned: 'Returned', passed: 'Passed on' }, takenBy: 'Taken by', seen: 'First seen', unseen: 'Not seen yet' },
  act: {
    take: 'Take it', return: 'Return it', pass: 'Pass to another directorate', route: 'Route anew', taken: 'Taken. Case: {{number}}', returned: 'Returned. Case: {{number}}', passed: 'Passed on. Case: {{number}}', routed: 'Routed anew. Case: {{number}}',
    returnTitle: 'Return the case', returnWords: 'The case goes back to the call desk. Everybody sees the reason; if you know the right directorate, passing it on is quicker.', passTitle: 'Pass to another directorate', passWords: 'Your task goes to the directorate you choose. What was promised, and by when, does not change.', routeTitle: 'Route anew', routeWords: 'Directorates you leave out are done with it.',
    to: 'Directorate', lead: 'Lead directorate', supporting: 'Supporting directorates', reason: 'Reason', reasonHint: 'Write a sentence that everybody understands.', reasonNeeded: 'Write the reason.', toNeeded: 'Choose a directorate.',
  },
  cannot: {
    status: 'Not in this state: {{status}}', noTask: 'Your directorate has no task in this case', taken: 'Your directorate has taken it', returned: 'Your directorate returned it', passed: 'Your directorate passed it on', open: 'Take it first',
  },
  timeline: {
    title: 'Timeline', internal: 'Internal', citizen: 'The citizen sees this', by: 'By', reason: 'Reason',
    opened: 'Case received. Channel: {{channel}}', handed_over: 'Handed to the responsible institution: {{institution}}', routed: 'Routed. Lead: {{lead}}', supporting: 'Supporting: {{names}}', dueAt: 'Due: {{time}}', closed: 'Case closed', followed: 'One more person reported the same problem',
    taken: 'Taken. Directorate: {{directorate}}', returned: 'Returned. Directorate: {{directorate}}', passed: 'Passed on. From: {{from}}. To: {{to}}', note: 'Note', attached: 'File attached: {{name}}', mentions: 'Mentioned: {{names}}', reference: 'Their number: {{reference}}', toldYes: 'The citizen was told', toldNo: 'The citizen was not told',
    told: { sms: 'An SMS was written to the citizen', read_out: 'The number was read to the citizen', call: 'The citizen was told by telephone', other: 'The citizen was told' }, other: 'Entry: {{what}}',
  },
  note: { label: 'Internal note', placeholder: 'The citizen does not see it. Type @ to mention somebody.', add: 'Add the note', colleagues: 'Colleagues', nobody: 'Nobody by this name', kept: 'The note could not be sent; what you wrote is kept.' },
  files: { title: 'Attachments', none: 'No attachments', add: 'Choose files', drop: 'Drop files here', hint: 'Photo, PDF, sound or office document; at most 20 MB.', tooLarge: 'Over the limit of 20 MB', empty: 'The file is empty', sending: 'Uploading: {{percent}}%', cancel: 'Stop the upload', remove: 'Remove from the list', retry: 'Upload again', openFile: 'Open: {{name}}' },
  print: { made: 'Printed: {{time}}' },
}
