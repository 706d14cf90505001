import type { Texts } from '../tr.ts'

export const insights: Texts['insights'] = {
  report: {
    titles: { day: 'Daily report', week: 'Weekly report', month: 'Monthly report' }, period: 'Period', day: 'Day', week: 'Week', month: 'Month', date: 'Date', before: 'Before', after: 'After', today: 'Today', print: 'Print', download: 'Download the tables (CSV)', file: 'report',
    running: 'This period is not over. Figures up to: {{time}}', heading: { day: '{{from}}', week: 'Week of {{from}} – {{to}}', month: '{{from}} – {{to}}' },
    comparedDay: 'Compared with: the same weekday a week ago', comparedWeek: 'Compared with: the week before', comparedMonth: 'Compared with: the month before', comparedPart: 'While the period lasts, only up to the same hour.',
    wasBefore: 'Before: {{value}}', nothing: 'Nothing happened in this period', nothingWords: 'No call came and no case was opened. Choose another day.', future: 'This day has not come yet.',
  },
  call: {
    title: 'Calls', offered: 'Offered', answered: 'Answered', missed: 'Missed', owed: 'Still owed a call', calledBack: 'Called back', wait: 'Mean wait', wait90: 'Nine in ten at most', longest: 'Longest wait', talk: 'Mean talk', share: 'Answer rate',
    level: 'Answered within {{count}} seconds', levelOfAnswered: 'of those answered', levelOfAll: 'of all who waited', became: 'How the other calls ended', where: 'Where missed calls ended', other: 'Switch or no answer',
    stage: { notice: 'In the notice', greeting: 'In the greeting', queue: 'In the queue', ringing: 'While ringing' }, messages: 'Voice message', callBacks: 'Asked to be called', forwarded: 'Put through to the duty mobile', refused: 'Blocked', hidden: 'Figures of the line are not shown to directorates.',
  },
  case: {
    title: 'Cases', opened: 'Opened', closed: 'Closed', handedOver: 'Handed over', open: 'Open', late: 'Late', silent: 'Without a word', emergencies: 'Emergencies', solution: 'Time to solution', median: 'Half took at most', spread: 'Middle half: {{from}} – {{to}}', p90: 'Nine in ten at most', of: '{{count}} closed', few: 'Few: {{count}}', none: 'None closed',
  },
  by: { directorate: 'By directorate', place: 'By place', topic: 'Topics opened most', name: 'Directorate', place_: 'Place', topic_: 'Topic', usual: 'Usual', none: 'Nothing in this period.' },
  means: {
    title: 'What do the figures mean?', offered: 'Offered: every call to 153 and our other numbers in the period. A call over midnight belongs to the day it arrived.', answered: 'Answered: by an operator or the duty mobile.', missed: 'Missed: ended before anybody answered. Each one becomes a call we owe.',
    level: 'Answered in time is worked out in two ways: of those answered alone; and of all who waited, counting those who left within the time as served.', late: 'Late: still open at the end of the period and past the promised day.', silent: 'Without a word: open, and nothing was said to the citizen for {{days}} days.', solution: 'Time to solution: from opening to closing. Information, thanks and cases handed over are left out.', usual: 'Usual: the mean of the four periods before.',
  },
  mail: {
    title: 'By e-mail', daily: 'The report of the day before, each morning at seven', weekly: 'The report of last week, on Mondays', to: 'Address: {{email}}', saved: 'Your choice is saved.',
    none: 'No mail server is connected; your choice is kept and the reports go once it is. The system administrator connects it.',
  },
  day: {
    title: 'My day', of: 'Day of {{name}}', figures: 'Figures of the day', answered: 'Calls answered', out: 'Calls made', talk: 'Talk in all', talkMean: 'Mean talk', opened: 'Cases opened', time: 'Time', noTime: 'No time at the desk on this day.',
    waiting: 'Unfinished', tasks_one: '{{count}} call you took on is waiting', tasks_other: '{{count}} calls you took on are waiting', noTasks: 'No call you took on is waiting.', drafts_one: '{{count}} draft is not sent', drafts_other: '{{count}} drafts are not sent', noDrafts: 'No draft is left unsent.',
    cases: 'Cases you opened, and those promised for this day', number: 'Case number', state: 'State', openedAt: 'Opened', due: 'Promised', noCases: 'No cases on this day', noCasesWords: 'Cases you opened on the day and those of yours that fall due on it stand here.',
  },
}
