"""Real treasurer’s reports, entered through the real actions, close as published.

Service bodies of A.A., Al-Anon and UA, from Hawaii to New York, since 2009; that of an
NA area is in ``test_two_months.py``. Where a body published a sum and not its parts,
the parts are made up and the test says so; every sum that is compared is theirs.
"""

from datetime import UTC, date, datetime

import pytest

from intergroup.kit.dates import Period, month_of
from intergroup.kit.percent import WHOLE
from tests.factories import BodyFactory, account, fund, money
from tests.treasury.published import contributed, opens, paid, received
from treasury.actions.distributing import vote_distribution
from treasury.actions.paying import pay_share
from treasury.actions.presenting import present_report
from treasury.actions.reconciling import clear_up_to, keep_statement, reconcile, unclear
from treasury.models import (
    Budget,
    BudgetLine,
    Distribution,
    DistributionShare,
    PresentedReport,
    SplitPlan,
    SplitShare,
    Statement,
)
from treasury.reports.planned import remaining_expenses
from treasury.reports.treasurer import treasurers_report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _body(db):
    BodyFactory()


def figures(report, *names):
    return [str(getattr(report, name)) for name in names]


def funds(report):
    return {each.fund: str(each.closing) for each in report.funds if each.closing}


class TestLincoln:
    """Lincoln, Nebraska, A.A. intergroup, November 2019.

    The bank said 300.00 more than the checkbook, so a check of 300.00 was still out.
    """

    NOVEMBER = month_of(date(2019, 11, 1))

    @pytest.fixture
    def rent(self):
        """Everything of the month; the three contributions are made up to 168.00."""
        opens(self.NOVEMBER.first, Operating="6542.78")
        for amount in ("100.00", "48.00", "20.00"):
            contributed(date(2019, 11, 10), amount)
        event = {"source": "event", "event": "Special event"}
        contributed(date(2019, 11, 16), "370.02", **event)
        paid(date(2019, 11, 12), "Telephone line", "50.03", "5150")
        check = {"method": "cheque", "cheque_number": 1001}
        return paid(date(2019, 11, 28), "Office", "300.00", "5000", **check)

    def test_the_checkbook_ends_on_the_published_balance(self, rent):
        report = treasurers_report(self.NOVEMBER)

        told = figures(report, "opening", "income_total", "expenses_total", "closing")
        assert told == ["6542.78", "538.02", "350.03", "6730.77"]
        assert report.groups_this_period == 3
        assert str(report.groups_total.amount) == "168.00"
        assert [(each.name, str(each.amount)) for each in report.events] == [
            ("Special event", "370.02")
        ]

    def test_the_bank_has_300_more_for_a_check_that_is_still_out(self, rent):
        said = Statement(
            account=account("1000"),
            kind=Statement.Kind.ASSERTED,
            ends_on=self.NOVEMBER.last,
            closing=money("7030.77"),
        )
        keep_statement(said, (), imported_by=None)
        clear_up_to(said, self.NOVEMBER.last)
        unclear(said.clearings.get(entry=rent.entry))
        at = datetime(2019, 12, 2, 12, tzinfo=UTC)
        reconcile(said, at=at, reconciled_by=None)

        (bank,) = treasurers_report(self.NOVEMBER).settled.stated

        names = ("book", "outstanding_out", "statement", "difference")
        assert figures(bank, *names) == ["6730.77", "-300.00", "7030.77", "0.00"]

    def test_available_is_the_checkbook_less_what_is_left_of_the_budget(self, rent):
        """Of the budget, 1,209.16 were left; its lines are made up."""
        year = Budget.objects.create(begins_on=date(2019, 1, 1))
        for code, amount in (("5150", "59.19"), ("5000", "1500.00")):
            line = {"account": account(code), "amount": money(amount)}
            BudgetLine.objects.create(budget=year, **line)
        year.adopted_on = year.begins_on
        year.save()

        held = treasurers_report(self.NOVEMBER).closing
        left = remaining_expenses(self.NOVEMBER.last)

        assert str(held - left) == "5521.61"


def test_the_balance_after_income_of_an_institutions_committee():
    """VWHI, April 2014: 7,491.53 came in, which made 11,189.00.

    So 3,697.47 were brought forward. The four kinds of income are made up.
    """
    april = month_of(date(2014, 4, 1))
    opens(april.first, Operating="3697.47")
    contributed(date(2014, 4, 5), "4000.00")
    contributed(date(2014, 4, 5), "291.53", "member")
    contributed(date(2014, 4, 5), "200.00", "basket")
    contributed(date(2014, 4, 12), "3000.00", "event", event="Jamboree")

    report = treasurers_report(april)

    assert [(each.account, str(each.amount)) for each in report.income] == [
        ("Group contributions", "4000.00"),
        ("Member contributions", "291.53"),
        ("Business meeting basket", "200.00"),
        ("Events", "3000.00"),
    ]
    assert figures(report, "income_total", "closing") == ["7491.53", "11189.00"]


class TestSoundChecking:
    """ASP, an online Al-Anon body, May and June 2023.

    It printed 300 as income under lines that make 343, and 240.75 as expenses under
    lines that make 238.73; here a total is what its lines add up to. What it had voted
    to pass on in June, and paid in July, it showed as owed.
    """

    TWO_MONTHS = Period(date(2023, 5, 1), date(2023, 6, 30))
    JULY = month_of(date(2023, 7, 1))

    @pytest.fixture
    def shares(self):
        """The lines and the 150.00 that were voted are made up; the sums are theirs."""
        opens(self.TWO_MONTHS.first, Operating="900.00")
        contributed(date(2023, 5, 20), "300.00", "member")
        received(date(2023, 6, 10), "43.00", "4900", "Interest")
        paid(date(2023, 6, 1), "Server rent", "150.00", "5100")
        paid(date(2023, 6, 1), "Zoom", "80.00", "5100")
        paid(date(2023, 6, 30), "PayPal charges", "8.73", "5900")
        plan = SplitPlan.objects.create(name="Halves", effective_on=date(2023, 1, 1))
        for name in ("GEA", "World services"):
            share = {"recipient": name, "account": account("6000")}
            SplitShare.objects.create(plan=plan, percent=WHOLE / 2, **share)
        voted = {"voted_on": date(2023, 6, 30), "amount": money("150.00")}
        vote = Distribution(plan=plan, fund=fund(), **voted)
        vote_distribution(vote, recorded_by=None)
        return list(DistributionShare.objects.order_by("pk"))

    def test_the_totals_are_what_the_lines_add_up_to(self, shares):
        report = treasurers_report(self.TWO_MONTHS)
        running = report.expenses_total - money("150.00")

        assert str(report.income_total) == "343.00" != "300.00"
        assert str(running) == "238.73" != "240.75"

    def test_what_is_voted_in_june_and_paid_in_july_is_owed_between(self, shares):
        for share in shares:
            how = {"paid_from": account("1000"), "method": "transfer"}
            pay_share(share, paid_on=date(2023, 7, 5), recorded_by=None, **how)

        june, july = treasurers_report(self.TWO_MONTHS), treasurers_report(self.JULY)

        assert [str(each.amount) for each in june.owing.voted] == ["75.00", "75.00"]
        assert figures(july, "opening", "expenses_total") == ["854.27", "0.00"]
        assert figures(july, "closing", "paid_of_earlier_total") == ["854.27", "150.00"]
        assert not july.owing.lines


def test_hawaiis_four_funds_close_on_what_was_published():
    """A.A. Area 17, August 2009: 26,257.12 in all, and 1,839.01 less than before."""
    august = month_of(date(2009, 8, 1))
    opens(
        august.first,
        Operating="21596.13",
        Prudent_reserve="5000.00",
        Computer="500.00",
        International_convention="1000.00",
    )
    contributed(date(2009, 8, 15), "12639.38")
    paid(date(2009, 8, 20), "Expenses of the Area", "14478.39", "6900")

    report = treasurers_report(august)

    assert funds(report) == {
        "Operating": "19757.12",
        "Prudent reserve": "5000.00",
        "Computer": "500.00",
        "International convention": "1000.00",
    }
    told = figures(report, "income_total", "expenses_total", "net", "closing")
    assert told == ["12639.38", "14478.39", "-1839.01", "26257.12"]


def test_a_report_that_was_corrected_after_the_meeting_is_told_in_the_next_one():
    """UA, New York, sent out a corrected report; its figures are made up here."""
    may, june = month_of(date(2024, 5, 1)), month_of(date(2024, 6, 1))
    opens(may.first, Operating="500.00")
    contributed(date(2024, 5, 9), "80.00")
    shown = treasurers_report(may)
    presented = PresentedReport(
        report="treasurer",
        first_on=may.first,
        last_on=may.last,
        status="final",
        figures=shown.as_json(),
        pdf=b"%PDF-",
        seal=shown.seal,
    )
    present_report(presented, presented_by=None)
    paid(date(2024, 5, 30), "Room", "45.00", "5000")

    report = treasurers_report(june)

    assert "closed on $580.00, and this one opens on $535.00" in report.opening_note
    (change,) = report.settled.changes
    assert (change.belongs_on, str(change.net)) == (date(2024, 5, 30), "-45.00")
