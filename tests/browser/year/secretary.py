"""What those who hold a meeting do at their screens, in the words of the year."""

import re

GROUPS = {"friday": "Friday Hope", "one": "One Day"}
OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)"


class Table:
    """The secretary’s place: each method is one job, done through its page."""

    def __init__(self, area, sit):
        self.area, self.sit = area, sit
        self.sam = sit("sam")

    def plan(self, day, first, last):
        """Plan the meeting of a day, which reports on a period; return its number."""
        page = self.sam.go("/admin/business/businessmeeting/add/")
        page.fill("#id_held_on", str(day))
        page.fill("#id_begins_at", "14:00")
        page.fill("#id_place", "Lantern Hall")
        page.fill("#id_reports_from", str(first))
        page.fill("#id_reports_to", str(last))
        with page.expect_navigation():
            page.locator("[name=_continue]").click()
        return int(re.search(r"/(\d+)/change/", page.url)[1])

    def give_notice(self, meeting):
        """Send the notice; the page says that everybody has it."""
        self.sam.go(f"/business/meeting/{meeting}/notice/")
        self.sam.press(re.compile("^Send the notice"))
        self.sam.says("The notice has gone to everybody who has an address.")

    def ask_for_reports(self, meeting):
        self.sam.go(f"/business/meeting/{meeting}/reports/")
        self.sam.press(re.compile("^Ask for the reports"))

    def call(self, meeting, groups, *, alternates=()):
        """Call the groups by their numbers, and the chair."""
        page = self.sam.go(f"/business/meeting/{meeting}/roll/")
        for number in groups:
            row = page.locator(f"#g{number}")
            said = "Alternate GSR" if number in alternates else "GSR"
            row.get_by_role("button", name=re.compile(f"[.] {said}$")).click()
            row.get_by_role("button", name="Leaves").wait_for()
        chair = page.locator("form[aria-label=Chair]")
        chair.get_by_role("button", name="Is here").click()
        chair.get_by_role("button", name="Leaves").wait_for()
        return page.locator("#quorum .said").inner_text()

    def open(self, meeting):
        self.sam.go(f"/business/meeting/{meeting}/roll/")
        self.sam.press("Open the meeting now")
        self.sam.press("Note the quorum")

    def close(self, meeting):
        self.sam.go(f"/business/meeting/{meeting}/roll/")
        self.sam.press("Close the meeting now")

    def send_in(self, title, text, *, who, policy=""):
        """Send a motion in by the form; return its number on the page of the office."""
        seat = self.sit(who)
        page = seat.go("/business/motions/send/")
        page.evaluate(OPEN_ALL)
        page.fill("[name=title]", title)
        page.fill("[name=text]", text)
        page.fill("[name=intent]", "So that it is settled.")
        if policy:
            page.locator("[name=is_policy_change]").last.check()
            page.fill("[name=text_after]", policy)
        page.wait_for_timeout(3_100)  # nobody reads and writes in less
        seat.press(re.compile("^Send"))
        page = self.sam.go("/business/motions/received/")
        link = page.get_by_role("link", name=title).first.get_attribute("href")
        return int(re.search(r"/motion/(\d+)/", link)[1])

    def step(self, motion, kind, **boxes):
        """Take one step of a motion on its page."""
        page = self.sam.go(f"/business/motion/{motion}/")
        page.evaluate(OPEN_ALL)
        form = page.locator(f"form[action$='/step/{kind}/']")
        forms = page.locator("form[action*='/step/']")
        offered = forms.evaluate_all("forms => forms.map(form => form.action)")
        assert form.count(), f"{kind} is not offered, but {offered}"
        for name, value in boxes.items():
            box = form.locator(f"[name={name}]")
            is_list = box.evaluate("box => box.tagName") == "SELECT"
            if is_list and isinstance(value, re.Pattern):
                options = box.locator("option").all_inner_texts()
                box.select_option(label=next(o for o in options if value.search(o)))
            elif is_list:
                box.select_option(str(value))
            else:
                box.fill(str(value))
        with page.expect_navigation():
            form.get_by_role("button").first.click()
        assert page.locator(".errorlist, .note.error").count() == 0, self.sam.text()
        return self.where(motion)

    def where(self, motion):
        """Where a motion stands, in the sentence of its page."""
        page = self.sam.go(f"/business/motion/{motion}/")
        return page.locator(".step").first.inner_text()

    def carry(self, motion, votes, *, by, second=None):
        """Let a motion be moved, seconded and voted on."""
        self.step(motion, "moved", **by)
        if second:
            self.step(motion, "seconded", by_group=second)
        ayes, noes, abstain = votes
        told = {"votes_for": ayes, "votes_against": noes, "abstentions": abstain}
        return self.step(motion, "voted", **told)

    def write_minutes(self, meeting, prose):
        """Begin the minutes, and write into its parts from the first on."""
        page = self.sam.go(f"/business/meeting/{meeting}/minutes/")
        begin = page.get_by_role("button", name="Begin the minutes")
        if begin.count():
            self.sam.press("Begin the minutes")
        for nth, words in enumerate(prose):
            part = page.locator(".minutes-part").nth(nth)
            part.locator("textarea").fill(words)
            with page.expect_navigation():
                part.get_by_role("button", name=re.compile("^Save")).click()

    def send_minutes_round(self, meeting):
        self.sam.go(f"/business/meeting/{meeting}/minutes/")
        self.sam.press(re.compile("^Send them round"))

    def approve_minutes(self, meeting, *, at, by=None):
        page = self.sam.go(f"/business/meeting/{meeting}/minutes/")
        page.locator("form[action$='/minutes/approve/'] [name=at]").select_option(
            str(at)
        )
        if by:
            box = page.locator("form[action$='/minutes/approve/'] [name=motion]")
            box.select_option(str(by))
        self.sam.press("The meeting approved them")
        self.sam.says("Kept as approved")

    def take_on(self, meeting, title, *, by, office):
        page = self.sam.go(f"/admin/business/actionitem/add/?meeting={meeting}")
        page.fill("#id_title", title)
        page.fill("#id_office", office)
        page.fill("#id_wanted_on", str(by))
        with page.expect_navigation():
            page.locator("[name=_save]").click()

    def packet(self, meeting):
        """The packet as its page shows it."""
        self.sam.go(f"/business/packet/{meeting}/")
        return self.sam.text()

    def present(self, meeting, *, state):
        """Present the packet, and wait until it is kept."""
        self.sam.go(f"/business/packet/{meeting}/")
        self.sam.press(f"Present it as {state}")
        self.sam.page.get_by_role("link", name="Open it (PDF)").wait_for(timeout=60_000)

    def collect(self, day, gifts):
        """Let the treasurer record what groups brought, by their numbers."""
        tess = self.sit("tess")
        page = tess.go("/treasury/collection/")
        page.get_by_label("Collected on").fill(str(day))
        page.locator("[name=first_counter]").fill("Tess A")
        page.locator("[name=second_counter]").fill("Dee A")
        for number, amount in gifts.items():
            row = page.locator(".collection tbody tr").filter(
                has=page.locator(f".row-number:text-is('{number}')")
            )
            row.locator("input.money").fill(amount)
        tess.press("Record the collection")
        tess.says(re.compile("^Recorded "))

    def report(self, who, words):
        """Let a representative report by the newest link in the mail."""
        links = self.area.links_to(GROUPS[who], r"http\S+/business/report/\S+")
        seat = self.sit("")
        seat.go(links[-1])
        seat.page.locator("[name=report]").fill(words)
        seat.press("Send the report")
        seat.says("Thank you. This is what was given")
        return links[-1]

    def answer(self, who, answer):
        """Let a group answer a motion by the newest link in the mail."""
        links = self.area.links_to(GROUPS[who], r"http\S+/business/ballot/\S+")
        seat = self.sit("")
        seat.go(links[-1])
        seat.page.locator(f"[name=answer][value={answer}]").check()
        seat.press("Send our answer")
        seat.says("The answer of your group is written down.")

    def enter_answers(self, motion, answers):
        """Enter what groups answered on paper, by their numbers."""
        page = self.sam.go(f"/business/motion/{motion}/ballots/")
        for number, answer in answers.items():
            row = page.locator(".answers tbody tr").filter(
                has=page.locator(f"td.number:text-is('{number}')")
            )
            row.locator("input").fill(answer)
        self.sam.press("Write the answers down")

    def leave_open(self, meeting, title):
        """Say of a line of the agenda that it is not finished."""
        page = self.sam.go(f"/admin/business/businessmeeting/{meeting}/change/")
        titles = page.locator("[name^=agenda-][name$=-title]")
        values = titles.evaluate_all("boxes => boxes.map(box => box.value)")
        nth = values.index(title)
        page.locator(f"[name=agenda-{nth}-is_left_open]").check()
        with page.expect_navigation():
            page.locator("[name=_save]").click()

    def agenda(self, meeting):
        """The titles on the agenda, in order."""
        page = self.sam.go(f"/admin/business/businessmeeting/{meeting}/change/")
        titles = page.locator("[name^=agenda-][name$=-title]")
        values = titles.evaluate_all("boxes => boxes.map(box => box.value)")
        return [each for each in values if each]

    def finish_task(self, title):
        page = self.sam.go("/admin/business/actionitem/?state=open")
        page.get_by_role("link", name=title).click()
        page.fill("#id_done_on", str(self.area.today))
        with page.expect_navigation():
            page.locator("[name=_save]").click()
