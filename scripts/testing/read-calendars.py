"""Reads calendar files with icalendar, and prints what it found as JSON. The argument: base64 of [{content, timeZone}]."""

import base64
import json
import sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from icalendar import Calendar


def to_event(calendar, event, zone):
    start, end = event.decoded("dtstart"), event.decoded("dtend")
    return {
        "method": str(calendar.get("method", "")),
        "uid": str(event.get("uid")),
        "sequence": int(event.get("sequence", 0)),
        "status": str(event.get("status", "")),
        "summary": str(event.get("summary", "")),
        "location": str(event.get("location", "")),
        "startAt": to_utc(start),
        "endAt": to_utc(end),
        "startsOnWall": start.astimezone(zone).strftime("%Y-%m-%dT%H:%M"),
        "alarms": len(event.walk("VALARM")),
    }


def to_utc(moment: datetime) -> str:
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


files = json.loads(base64.b64decode(sys.argv[1]))
found = []
for file in files:
    calendar = Calendar.from_ical(file["content"])
    zone = ZoneInfo(file["timeZone"])
    found.append([to_event(calendar, event, zone) for event in calendar.walk("VEVENT")])
print(json.dumps(found))
