export const identity = {
  signIn: { title: 'Sign in', words: 'Use your municipal account.', email: 'E-mail', password: 'Password', submit: 'Sign in', ended: 'Your session ended. What you typed is kept on this computer; after signing in you return to where you were.', forgot: 'If you forgot your password, call the administrator.' },
  staff: {
    title: 'Staff', table: 'Accounts', add: 'Add an account', name: 'Full name', email: 'E-mail', roles: 'Roles', directorate: 'Directorate', noDirectorate: 'No directorate', phone: 'Telephone', phoneHint: 'Optional. The number to call when on duty.', language: 'Language', state: 'State', left: 'Left', active: 'Active',
    empty: 'No accounts yet', emptyWords: 'Add the first one.', filter: 'Search by name or e-mail', nobody: 'No account matches', nobodyWords: 'Type another part of the name.',
    nameNeeded: 'Write the full name.', emailWrong: 'Write a valid e-mail address.', rolesNeeded: 'Choose at least one role.', directorateNeeded: 'Choose a directorate for an officer or a director.', phoneWrong: 'The telephone number is not valid.', turkish: 'Turkish', english: 'English',
    passwordWords: 'The first password is made by the system and shown once.', added: 'Account added', addedFor: 'Account: {{name}}', password: 'First password', once: 'This password is visible only now. Hand it over yourself; it must be changed at the first sign-in.', copy: 'Copy', copied: 'Copied', understood: 'I have the password',
  },
}
