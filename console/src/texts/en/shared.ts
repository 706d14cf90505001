export const shared = {
  save: 'Save', cancel: 'Cancel', close: 'Close', retry: 'Try again', loading: 'Loading', more: 'Show more', back: 'Back', clear: 'Clear', print: 'Print', search: 'Search', refresh: 'Refresh', send: 'Send',
  yes: 'Yes', no: 'No', none: 'None', unknown: 'Unknown', choose: 'Choose', all: 'All', show: 'Show', reason: 'Reason', optional: 'optional', system: 'System',
  stale: 'This may be out of date; waiting for the server.',
  failed: { title: 'This part could not be loaded', safe: 'Nothing you saved was lost.' },
  kind: { request: 'Request', complaint: 'Complaint', suggestion: 'Suggestion', information: 'Information', tip_off: 'Tip-off', thanks: 'Thanks', emergency: 'Emergency' },
  channel: { phone: 'Telephone', counter: 'Counter', letter: 'Letter', muhtar: 'Muhtar', social: 'Social media', institution: 'Another institution', email: 'E-mail', web: 'Web', chat: 'Live support', open311: 'Open311' },
  status: { registered: 'Registered', routed: 'Routed', under_review: 'Under review', proposed: 'Solution proposed', awaiting_approval: 'Awaiting approval', discussing: 'Discussing with the citizen', planned: 'Planned', in_progress: 'In progress', resolved: 'Resolved', awaiting_confirmation: 'Awaiting the citizen’s confirmation', closed: 'Closed', returned: 'Returned', waiting_info: 'Waiting for information', on_hold: 'On hold', rejected: 'Rejected with reason', duplicate: 'Duplicate', handed_over: 'Not ours, handed over', reopened: 'Reopened', cancelled: 'Cancelled', adopted: 'Adopted', declined: 'Declined' },
  part: { lead: 'Lead', supporting: 'Supporting' },
  place: { neighbourhood: 'Neighbourhood', village: 'Village', hamlet: 'Hamlet', street: 'Street', landmark: 'Landmark' },
  role: { operator: 'Operator', officer: 'Directorate officer', director: 'Director', supervisor: 'Supervisor', administrator: 'Administrator', auditor: 'Auditor', muhtar: 'Muhtar', deputy_mayor: 'Deputy mayor', crew: 'Crew' },
  due: { none: 'No deadline', late: 'Late: {{time}}', label: 'Due' },
  count: { cases_one: '{{count}} case', cases_other: '{{count}} cases', people_one: '{{count}} person', people_other: '{{count}} people' },
}
