"""Reads every message of a folder, and has dkimpy verify its signatures.

    verify_mailbox.py FOLDER [NAME RECORD]...    the DNS records by turns: name and text

Prints one line of JSON a message: whom it was delivered to, whom it is addressed to, its Message-ID, how it came to the relay, and
dkimpy's verdict on each signature.
"""

import email
import json
import pathlib
import sys

import dkim

records = dict(zip(sys.argv[2::2], sys.argv[3::2]))


def txt(name, timeout=5):
    name = name.decode() if isinstance(name, bytes) else name
    return records[name.rstrip(".")].encode()


for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    content = file.read_bytes()
    headers = email.message_from_bytes(content)
    verifier = dkim.DKIM(content)
    number = len(headers.get_all("DKIM-Signature", []))
    print(
        json.dumps(
            {
                "delivered_to": headers["Delivered-To"],
                "to": headers["To"],
                "message_id": headers["Message-ID"],
                "received": " ".join(headers.get_all("Received", [])),
                "verdicts": [verifier.verify(idx=at, dnsfunc=txt) for at in range(number)],
            }
        )
    )
