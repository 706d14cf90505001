import type { Texts } from '../tr.ts'

export const search: Texts['search'] = {
  title: 'What became of mine?', box: 'Search', boxHint: 'Case number, telephone, name, street, place or words that were said. Works without Turkish letters too.',
  start: 'Type what you look for', startWords: 'Anything the citizen says will do: a number, a telephone, a name or a street.', found: '{{count}} cases', andMore: ', and more',
  nothing: 'Nothing was found', nothingWords: 'Try fewer words, or the telephone number. Cases you may not see do not appear here.', narrowed: 'Nothing with these filters', narrowedWords: 'Without them there may be other cases.', clear: 'Remove the filters',
  state: 'State', topic: 'Topic', place: 'Place', from: 'First day', to: 'Last day', people: 'People', noName: 'No name', open_one: '{{count}} open', open_other: '{{count}} open', calls: 'Their calls',
  because: { number: 'Case number', phone: 'Telephone', name: 'Name', words: 'Words' }, tell: 'Tell the citizen:', opened: 'Opened:', lastWord: 'Last word:', noWord: 'No word yet', all: 'All results', field: 'What became of mine? Find a case',
  muhtar: {
    short: 'Muhtar', of: 'Muhtar: {{places}}', open: 'Muhtar: mark {{name}}', title: 'Muhtar', words: 'Of which neighbourhood or village? Each place has one muhtar; whoever was it before ends now.', place: 'Add a place', none: 'Muhtar of no place.', remove: 'Remove: {{place}}',
    saved: 'Marked as muhtar: {{name}}.', ended: 'No longer muhtar: {{name}}.', former: 'Ended: {{names}}.', undo: 'Undo', undone: 'Undone.',
  },
  say: {
    registered: 'Your report is registered and being routed.', routed: 'Your report is with the directorate in charge: {{directorate}}.', under_review: 'Your report is under review. In charge: {{directorate}}.',
    returned: 'Your report is at our desk to be routed anew.', handed_over: 'This is another body’s duty. Let me give you its name and telephone.', closed: 'Your report is closed. If it is not fixed, tell us.',
    proposed: 'The directorate has a solution, on its way to approval. In charge: {{directorate}}.', awaiting_approval: 'The solution waits for the director’s approval. In charge: {{directorate}}.', discussing: 'The solution is approved. We can talk about it now; once you agree the work begins.', planned: 'You agreed and the work is planned. In charge: {{directorate}}.',
    in_progress: 'The work is under way. In charge: {{directorate}}.', resolved: 'The work is done. We are asking you whether it is fixed.', awaiting_confirmation: 'The work is done. Tell us if it is fixed; if not we open it again.', waiting_info: 'We wait for a piece of information. Let me tell you which.', on_hold: 'Your report waits for a reason. Let me tell you why, and when it is looked at again.',
    rejected: 'This cannot be done. Let me read you the reason.', duplicate: 'The same problem had been reported. Your report joined it.', reopened: 'It was not fixed and is open again. In charge: {{directorate}}.', cancelled: 'You had withdrawn the report; it is closed.', adopted: 'Your suggestion was adopted. Thank you.', declined: 'Your suggestion was examined and cannot be done for now. Let me read you the reason.',
    due: 'Answer by: {{time}}.', late: 'The promised time has passed: {{time}}. We are sorry for the delay.',
  },
}
