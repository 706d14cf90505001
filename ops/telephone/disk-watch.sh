#!/bin/sh
# Runs beside the switch, outside the desk's programs: when the space for recordings falls under the mark it stops the
# recordings that run, so that calls go on and the database keeps its reserve, and leaves an alarm for the desk.
# Started again after any end; it keeps nothing in memory.
switch() { {{cli}} "$1" 2>/dev/null; }

stop_recordings() {
  switch 'core show channels concise' | cut -d '!' -f 1 | while read -r channel; do
    switch "mixmonitor stop $channel" >/dev/null
  done
}

# A log of more than 50 MB is set aside under a new name; the desk reads it by inode to its end. The oldest goes.
set_aside() {
  [ "$(stat -c %s "$1" 2>/dev/null || echo 0)" -gt 52428800 ] || return 0
  rm -f "$1.9"
  for n in 8 7 6 5 4 3 2 1 0; do [ -e "$1.$n" ] && mv "$1.$n" "$1.$((n + 1))"; done
  mv "$1" "$1.0"
}

while :; do
  if [ "$(sh '{{run}}/etc/space-left.sh')" = 1 ]; then
    rm -f '{{noSpace}}'
  else
    : >>'{{noSpace}}'
    stop_recordings
  fi
  for log in messages.log queue_log cel-custom/Master.csv; do set_aside '{{log}}'/$log; done
  [ -e '{{log}}/queue_log' ] || switch 'logger reload' >/dev/null
  sleep 5
done
