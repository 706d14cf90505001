export const shell = {
  product: 'Ak Masa', skip: 'Skip to content', loading: 'Preparing the screen',
  region: { top: 'Top bar', navigation: 'Rooms', call: 'Call bar', main: 'Content' },
  nav: { place: 'My place', knowledge: 'Answers', desk: 'Call desk', inbox: 'Cases', calls: 'Calls', tasks: 'To call', messages: 'Messages', board: 'Live board', report: 'Report', day: 'My day', more: 'More', settings: 'Administration', imports: 'Import' },
  top: { queue: 'Queue: {{count}}, longest: {{time}}', queueEmpty: 'Nobody is waiting', palette: 'Search', account: 'Account', mentions_one: '{{count}} new mention', mentions_other: '{{count}} new mentions' },
  account: { language: 'Türkçe', languageNow: 'Language: English', theme: 'Appearance', light: 'Light', dark: 'Dark', system: 'As the computer', density: 'Density', compact: 'Compact', comfortable: 'Comfortable', touch: 'Touch', password: 'Change password', signOut: 'Sign out', keys: 'Keys' },
  password: { title: 'Change password', old: 'Present password', new: 'New password', rule: 'At least 12 characters. A long sentence is best.', changed: 'Your password was changed. Your other sessions ended.', must: 'Change your password to go on.' },
  live: { down: 'No connection', offline: 'No connection to the server. What you see may be old; it is tried again by itself.', again: 'Try now' },
  mention: { words: 'You were mentioned in a note. Case: {{number}}', unnamed: 'You were mentioned in a note.', open: 'Open the case' },
  alarm: { title: 'Alarms', count_one: '{{count}} alarm', count_other: '{{count}} alarms' },
  keys: {
    title: 'Keys', note: 'Every key has a button on the screen.',
    map: 'This list', answer: 'Answer the call', end: 'End the call', hold: 'Hold, resume', mute: 'Mute, unmute', zones: 'Zones of the screen', emergency: 'Emergency', regions: 'Next, previous region',
    palette: 'Search: case, person, room', send: 'Send', saved: 'Is it saved?', escape: 'Close the top layer', lists: 'Walk a list, open', combobox: 'Open the suggestions', digits: 'Choose by number',
  },
  palette: {
    places: 'Places', title: 'Search', label: 'Case number, telephone, name or room', cases: 'Cases', people: 'People', rooms: 'Rooms', nothing: 'Nothing matches. Type part of the number or of the name.', hint: 'Type at least 2 characters.' },
  saved: { already: 'What you type is saved by itself.' },
  page: {
    missing: 'There is no such page', missingWords: 'The address may be mistyped, or the record moved.', home: 'Back to the main screen',
    forbidden: 'You may not open this room', forbiddenWords: 'Permission needed: {{permission}}. The administrator grants it.', roles: 'Your role: {{roles}}',
    broken: 'Something went wrong on this screen', brokenWords: 'What was saved is safe. Try again; if it does not help, reload the page.',
  },
}
