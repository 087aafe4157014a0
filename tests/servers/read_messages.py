"""Reads every message that smtp-sink dumped with Python's own `email` and tells what it found, as JSON on standard output.

usage: read_messages.py FOLDER

smtp-sink writes `X-Client-Addr`, `X-Helo-Args`, `X-Mail-Args` and `X-Rcpt-Args` above each message, and keeps the dialogue's line ends as `\n`.
"""

import email
import email.policy
import json
import pathlib
import re
import sys


def read(path):
    data = path.read_bytes()
    message = email.message_from_bytes(data, policy=email.policy.default)
    defects = [repr(d) for part in message.walk() for d in part.defects]
    parts = {part.get_content_type(): part.get_content() for part in message.walk() if not part.is_multipart()}
    return {
        "recipient": re.search(r"<(.*)>", message["X-Rcpt-Args"]).group(1),
        "to": str(message["To"]),
        "subject": str(message["Subject"]),
        "message_id": str(message["Message-ID"]),
        "list_unsubscribe": str(message["List-Unsubscribe"]),
        "defects": defects,
        "longest_line": max(len(line) for line in data.splitlines()),
        "text": parts.get("text/plain", ""),
        "html": parts.get("text/html", ""),
    }


for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    print(json.dumps(read(path)))
