"""Python's own smtplib and email, as their documentation shows them: one connection, a message made for each reader.

Arguments: port, number of copies, folder of the letter.
"""

import smtplib
import sys
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

port, copies, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
html = (folder / "letter.html").read_text(encoding="utf-8")
text = (folder / "letter.txt").read_text(encoding="utf-8")


def message(number: int) -> EmailMessage:
    name, user = f"Reader {number:07}", f"reader{number:07}"

    def filled(letter: str) -> str:
        letter = letter.replace("@@NAME@@", name).replace("@@TOKEN@@", f"{number:035}")
        return letter.replace("@@ADDRESS@@", f"{user}@example.org")

    made = EmailMessage()
    made["From"] = Address("Measured Weekly", "weekly", "example.org")
    made["To"] = Address(name, user, "example.org")
    made["Subject"] = "The week"
    made.set_content(filled(text))
    made.add_alternative(filled(html), subtype="html")
    return made


with smtplib.SMTP("127.0.0.1", port) as server:
    for number in range(copies):
        server.send_message(message(number))
