"""The demonstration’s own service body, and the password of all its sign-ins."""

DOMAIN = "threerivers.example.org"
PASSWORD = "one-day-at-a-time"  # noqa: S105 (a demonstration’s, and printed on purpose)

BODY = {
    "name": "Heroin Anonymous, Three Rivers Area",
    "short_name": "Three Rivers",
    "calls_itself": "Area",
    "time_zone": "America/Chicago",
    "website": f"https://{DOMAIN}/",
    "email": f"area@{DOMAIN}",
    "postal_address": "Three Rivers Area\nPO Box 555\nAlderford, IL 61390",
}

DIRECTORY = {
    "is_published": True,
    "is_registration_open": True,
    "has_contacts": True,
    "hide_months": 18,
    "phone": "+1-309-555-0100",
    "territory": "Three Rivers, Illinois",
    "starter_kit": "Basic text\nGroup handbook\nNewcomer pamphlets (10)\n"
    "Meeting format and readings\nLiterature order form",
}
