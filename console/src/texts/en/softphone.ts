export const softphone = {
  presence: 'My presence', pending: 'waiting for the server', pendingShort: 'waiting', controls: 'Call buttons',
  phase: { away: 'Away', ready: 'Ready', paused: 'On a break', ringing: 'Ringing', on_call: 'In talk', hold: 'On hold', wrap_up: 'Wrap-up', offline: 'No line' },
  answer: 'Answer', decline: 'Decline', end: 'End', hold: 'Hold', resume: 'Resume', mute: 'Mute', unmute: 'Unmute', keypad: 'Keypad', dial: 'Call', call: 'Call', number: 'Telephone number',
  wrongNumber: 'This is not a telephone number. Example: 0532 000 00 00', noNumber: 'Number withheld', second: 'Second call:', callBack: 'Call back', takeHere: 'Bring the telephone here',
  incoming: 'Incoming call: {{number}}', ringsAloud: 'Incoming call, {{number}}, F2', heldLong: 'waiting for a minute',
  elsewhere: 'The call goes on at the switch; its sound is not in this page.', deskAway: 'The server does not answer. The telephone works.',
  hint: {
    hold_first: 'Put the present call on hold first: F8. Then answer with F2.', end_first: 'End the running call first.', wrap_up_first: 'First give the result of the call that ended: Alt+7.',
    reason_needed: 'Choose a reason for the break.',
  },
  trouble: {
    mic_denied: 'The microphone was not allowed. Allow it at the lock in the address bar. Until then calls go to the other operators.',
    mic_missing: 'No microphone was found. Plug the headset in, then choose “Ready” again. Until then calls go to the other operators.',
    mic_lost: 'The microphone was disconnected. Plug the headset in again. If they cannot hear you, call the number back.',
    line_lost: 'The line to the switch broke and is being tried again. A running talk goes on; new calls go to the other operators.',
    seat_elsewhere: 'Your telephone was opened in another browser. Calls go there.',
    other_tab: 'Your telephone is open in another tab. Calls go there.',
    switch_unavailable: 'The switch cannot be reached and is being tried again. You can go on recording cases.',
    no_seat: 'You could not be given a seat. Tell your supervisor. You can go on recording cases.',
    audio_lost: 'The sound broke off. To be called back: {{number}}',
    call_busy: 'Busy. Called: {{number}}', call_no_answer: 'No answer. Called: {{number}}', call_refused: 'This number cannot be called: {{number}}', call_failed: 'The call could not be made. Called: {{number}}',
  },
}
