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
