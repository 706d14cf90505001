import type { Texts } from '../tr.ts'

export const silence: Texts['silence'] = {
  title: 'Waiting for news', about: 'No citizen is left without news. Before the time runs out the directorate gives some; if it does not, the desk calls.', show: 'Show', directorate: 'Directorate',
  view: { asked: 'News is asked for', over: 'Past their time', all: 'All' },
  stage: { calm: 'In time', asked: 'News asked for', call: 'The desk calls', over: 'Past its time' },
  owes: { directorate: 'The directorate', desk: 'The desk' },
  column: { stage: 'Stage', number: 'No', topic: 'Topic', owes: 'Owes the word', since: 'Last news', due: 'At the latest', status: 'State' },
  empty: { asked: 'Nobody waits for news', over: 'Nobody is past their time', all: 'No open cases' }, emptyWords: 'Whoever’s time is about to run out appears here.',
  longest: 'The longest silence', countAsked_one: '{{count}} person waits for news', countAsked_other: '{{count}} people wait for news', countOver_one: '{{count}} person past the time', countOver_other: '{{count}} people past their time',
}
