"""Reads mails with Python's own email package and verifies their DKIM signatures with dkimpy; prints what it found as JSON.

The argument: a file with JSON {"mails": [base64], "keys": {"<name in the DNS>": "<its TXT record>"}}.
"""

import base64
import hashlib
import json
import sys
from email import message_from_bytes, policy

import dkim


def to_mail(source, keys):
    message = message_from_bytes(source, policy=policy.default)
    defects = [type(defect).__name__ for part in message.walk() for defect in part.defects]
    body = lambda kind: message.get_body(preferencelist=(kind,)).get_content()
    return {
        "from": [[address.display_name, address.addr_spec] for address in message["from"].addresses],
        "to": [[address.display_name, address.addr_spec] for address in message["to"].addresses],
        "subject": str(message["subject"]),
        "messageId": str(message["message-id"]),
        "date": message["date"].datetime.isoformat(),
        "text": body("plain"),
        "html": body("html"),
        "files": sorted(
            [part.get_filename(), part.get_content_type(), hashlib.sha256(part.get_payload(decode=True)).hexdigest()]
            for part in message.walk()
            if part.get_filename()
        ),
        "defects": defects,
        "signed": dkim.verify(source, dnsfunc=lambda name, timeout=5: keys.get(name.decode().rstrip("."), "").encode()),
    }


with open(sys.argv[1]) as file:
    given = json.load(file)
print(json.dumps([to_mail(base64.b64decode(mail), given["keys"]) for mail in given["mails"]]))
