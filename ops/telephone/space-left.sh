#!/bin/sh
# Prints 1 when there is room for recordings, else 0. Asked by the dialplan before each recording and by disk-watch.sh.
df -Pk '{{recordings}}' | awk 'NR == 2 { printf "%d", ($4 >= {{keepFreeKb}}) }'
