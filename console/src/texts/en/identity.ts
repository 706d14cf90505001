export const identity = {
  signIn: { title: 'Sign in', words: 'Use your municipal account.', email: 'E-mail', password: 'Password', submit: 'Sign in', ended: 'Your session ended. What you typed is kept on this computer; after signing in you return to where you were.', forgot: 'If you forgot your password, call the administrator.', rootCertificate: 'Install the root certificate on this computer' },
  welcome: {
    title: 'Welcome', hello: '{{name}}, choose a password for your Ak Masa account at {{municipality}}.', email: 'You sign in as', password: 'New password', again: 'New password, again', rule: 'At least 12 characters. A long sentence is best.',
    short: 'The password is too short. Write at least 12 characters.', differ: 'The two passwords are not the same.', submit: 'Set the password and enter', until: 'The link works until: {{time}}', over: 'The link does not work', toSignIn: 'To the sign-in', once: 'This link works once. Tell nobody your password; the administrator does not know it either.',
  },
}
