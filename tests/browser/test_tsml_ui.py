"""The meeting finder of other sites, tsml-ui, shows every meeting of our feeds.

The lists of Edmonton and San Jose are shown twice: as they were published, and as we
publish them after reading them. People who look must find the same.
"""

import json
import os
import threading
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest

from intergroup.registry.feeds.clocks import read_time
from intergroup.registry.feeds.guide import rows
from intergroup.registry.feeds.offered import to_json
from intergroup.registry.feeds.profiles import GUIDE
from intergroup.registry.publishing import published
from tests.factories import BodyFactory
from tests.registry.feeds.loader import TODAY, load

pytestmark = pytest.mark.browser
DATA = Path(__file__).parents[1] / "data"
PAGE = "https://ha.example.org/meetings/SLUG/"
IN_THE_NIGHT = datetime(2026, 2, 1, 10, 0)  # noqa: DTZ001 (no meeting is on)
FINDER = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    '<link rel="icon" href="data:,"><title>Meetings</title></head><body>'
    '<div id="tsml-ui" data-src="{src}" data-timezone="{zone}"></div>'
    '<script src="/app.js"></script></body></html>'
)
ALL_ROWS = """async () => {
  const rows = () => [...document.querySelectorAll("tbody tr")];
  for (let calm = 0, last = -1; calm < 8; ) {
    window.scrollTo(0, document.body.scrollHeight);
    await new Promise((done) => setTimeout(done, 60));
    calm = rows().length === last ? calm + 1 : 0;
    last = rows().length;
  }
  return rows().map((row) => [...row.cells].map((cell) => cell.innerText.trim()));
}"""


class Site:
    """Another site, with the finder on a page and a feed beside it."""

    def __init__(self):
        self.files = {"/app.js": Path(os.environ["TSML_UI"]).read_bytes()}
        files = self.files

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                found = files.get(self.path)
                self.send_response(200 if found else 404)
                kind = "text/javascript" if self.path.endswith("js") else "text/html"
                self.send_header("Content-Type", f"{kind}; charset=utf-8")
                self.end_headers()
                self.wfile.write(found or b"")

            def log_message(self, *args):
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def put(self, rows):
        """Put a list beside the page, and give its address."""
        self.files["/feed.json"] = to_json(rows)
        return f"{self.address}/feed.json"


@pytest.fixture(scope="module")
def site():
    """The other site."""
    other = Site()
    yield other
    other.server.shutdown()
    other.server.server_close()


@pytest.fixture
def finder(chromium, site):
    """A function that gives what the finder shows of a list, and its complaints."""

    def show(src, zone):
        page_html = FINDER.format(src=src, zone=zone)
        site.files["/"] = page_html.encode()
        with chromium.new_context(viewport={"width": 1280, "height": 4000}) as context:
            page, told = context.new_page(), []
            page.on("console", lambda said: told.append(said.text))
            page.on("pageerror", lambda error: told.append(str(error)))
            page.clock.set_fixed_time(IN_THE_NIGHT)
            page.goto(site.address)
            page.locator("tbody tr").first.wait_for()
            shown = page.evaluate(ALL_ROWS)
            assert "Loading error" not in page.inner_text("body")
        return shown, [each for each in told if "meeting finder:" not in each]

    return show


def as_published(name):
    """A list as its body publishes it, in the words of the format.

    Edmonton writes “12:15 PM”, and a whole address where the street belongs.
    """
    listed = json.loads((DATA / f"{name}-meetings.json").read_text())
    for row in listed:
        row["day"] = row["day"][0] if isinstance(row["day"], list) else row["day"]
        row["time"] = f"{read_time(row['time']):%H:%M}"
        if "address" in row:
            row["formatted_address"] = row.pop("address")
        row.pop("updated", None)
    return listed


def ours(name, zone):
    """The same list, read into the register and published by us."""
    BodyFactory(time_zone=zone)
    load(data=(DATA / f"{name}-meetings.json").read_bytes())
    return rows(published(TODAY), GUIDE, meeting_page=PAGE)


def compared(shown):
    """The rows without the town behind a street, which only one of the two says."""
    return sorted(
        (when, name, where, address.partition(",")[0], "Zoom" in address, region)
        for when, name, where, address, region in shown
    )


def test_the_finder_shows_every_meeting_of_the_demonstration(finder, demo_site):
    address = f"{demo_site}/feeds/meeting-guide.json"
    with urlopen(address) as answer:  # noqa: S310 (a server of ours)
        names = sorted(row["name"] for row in json.load(answer))

    shown, told = finder(address, "America/Chicago")

    assert [each for each in names if not any(each in row[1] for row in shown)] == []
    assert len(shown) == len(names)
    assert [row for row in shown if "Inactive" in " ".join(row)] == []
    assert told == []


@pytest.mark.parametrize(
    ("name", "zone", "count"),
    [
        ("edmonton", "America/Edmonton", 315),
        ("san-jose", "America/Los_Angeles", 686),
    ],
)
def test_the_finder_shows_the_same_of_a_list_and_of_our_feed_of_it(
    db, finder, site, name, zone, count
):
    theirs, _told = finder(site.put(as_published(name)), zone)

    mine, told = finder(site.put(ours(name, zone)), zone)

    assert len(mine) == count
    assert compared(mine) == compared(theirs)
    assert told == []
