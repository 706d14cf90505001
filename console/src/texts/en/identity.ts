export const identity = {
  signIn: { title: 'Sign in', words: 'Use your municipal account.', email: 'E-mail', password: 'Password', submit: 'Sign in', ended: 'Your session ended. What you typed is kept on this computer; after signing in you return to where you were.', forgot: 'If you forgot your password, call the administrator.' },
  staff: {
    title: 'Staff', add: 'Add an account', name: 'Full name', email: 'E-mail', roles: 'Roles', directorate: 'Directorate', noDirectorate: 'No directorate', phone: 'Telephone', language: 'Language', password: 'First password', state: 'State', left: 'Left', active: 'Active',
    passwordRule: 'At least 12 characters. Hand it over yourself; it is changed at the first sign-in.', added: 'Account added: {{name}}', empty: 'No accounts yet', emptyWords: 'Add the first one.', filter: 'Search by name or e-mail',
    rolesNeeded: 'Choose at least one role.', phoneWrong: 'The telephone number is not valid.', make: 'Make a password', turkish: 'Turkish', english: 'English',
  },
}
