"""Runs a command to its end in a folder, and prints its process id, and when it has ended, as JSON, what it took.

The operating system keeps the account of processor time and memory for whoever waits for a process. What it calls the
peak is never below that of the process that started it: this one, some ten megabytes.
"""

import json
import os
import sys
import tempfile
import time

TOLD = 2000

folder, *command = sys.argv[1:]
os.chdir(folder)
nowhere = os.open(os.devnull, os.O_RDWR)
with tempfile.TemporaryFile() as errors:
    streams = [(os.POSIX_SPAWN_DUP2, file, stream) for stream, file in enumerate((nowhere, nowhere, errors.fileno()))]
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=streams)
    print(child, flush=True)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - start
    errors.seek(max(0, errors.seek(0, os.SEEK_END) - TOLD))
    said = errors.read().decode(errors="replace")
unit = 1 if sys.platform == "darwin" else 1024
print(
    json.dumps(
        {
            "status": os.waitstatus_to_exitcode(status),
            "wall": wall,
            "processor": used.ru_utime + used.ru_stime,
            "memory": used.ru_maxrss * unit,
            "said": said,
        }
    )
)
