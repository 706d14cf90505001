import type { Texts } from '../tr.ts'

export const paper: Texts['paper'] = {
  title: 'Paper form', words: 'Print it beforehand and keep it at the desk for when the power or the line fails. When the desk is back, enter each sheet from the operator’s screen with “Entered from paper”: the case gets its original time and is marked so.',
  sheets: 'Number of sheets', first: 'First sheet number', back: 'List of topics', with: 'Add at the end', without: 'Leave out', print: 'Print',
  from: 'Entered from paper', day: 'Date', time: 'Time', sheet: 'Sheet', wroteBy: 'Written by', before: 'This sheet was entered before:', entered_at: 'Entered from paper', enteredWords: 'Sheet: {{sheet}}. Written by: {{wroteBy}}.',
  danger: 'If lives are in danger, call 112 at once or have it called.', said: 'What is told?', source: 'Source of the problem (as far as known)', where: 'Where? (neighbourhood or village, street, description)', topic: 'Topic', name: 'Name', phone: 'Telephone',
  mayMessage: 'Wants word by SMS', anonymous: 'Wants to give no name', notice: 'Read to the citizen: “We use your name and telephone to solve this report and to reply to you.”', told: 'What was the citizen told?', entered: 'Entered (number, date, by)', topics: 'Topics',
}
