"""The forms around a statement: its file, its balance, its columns, its lines."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from intergroup.kit.dates import DayFormField
from intergroup.kit.money import MoneyFormField
from intergroup.kit.sheets import Row, bad_text
from treasury.actions.income import CONTRIBUTED
from treasury.models import Account, ColumnMapping, Expense, OtherIncome, Statement
from treasury.resources.statements import Layout
from treasury.resources.statements.layouts import SEARCHED

ACCEPTED = ".ofx,.qfx,.csv,.xlsx,.txt,.tsv"
FEW, SHORT = 3, 13
BESIDE = (
    ("dated", "amount"),
    ("money_in", "money_out"),
    ("reference", "balance"),
    ("currency", "status"),
    ("is_day_first", "has_no_header", "is_flipped"),
)


class FileForm(forms.Form):
    """Asks for the file of one account’s statement."""

    file = forms.FileField(
        label=_("The bank’s file"),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_(
            "OFX, QFX, CSV or XLSX, as the bank or the payment app gives it to you."
        ),
    )


class AssertionForm(forms.ModelForm):
    """Asks what the bank says that an account holds at the end of a day."""

    ends_on = DayFormField(label=_("At the end of"))
    closing = MoneyFormField(label=_("The bank says"), max_digits=12, decimal_places=2)

    class Meta:
        model = Statement
        fields = ("account", "ends_on", "closing")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        held = Account.objects.holding_money().open()
        at_banks = held.exclude(purpose=Account.Purpose.UNDEPOSITED)
        self.fields["account"].queryset = at_banks
        self.fields["account"].empty_label = None


class BalanceForm(forms.Form):
    """Asks for the closing balance that a file does not tell."""

    closing = MoneyFormField(
        label=_("The balance at the end, as the bank says it"),
        max_digits=12,
        decimal_places=2,
    )


class ChargeForm(forms.ModelForm):
    """Asks what an amount was for that the bank took by itself."""

    paid_on = DayFormField(label=_("Paid on"))

    class Meta:
        model = Expense
        fields = ("paid_on", "payee", "purpose", "account", "fund")


class IncomeForm(forms.ModelForm):
    """Asks what an amount was for that the bank added by itself."""

    received_on = DayFormField(label=_("Received on"))

    class Meta:
        model = OtherIncome
        fields = ("received_on", "purpose", "account", "fund")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        kinds = self.fields["account"].queryset
        self.fields["account"].queryset = kinds.exclude(purpose__in=CONTRIBUTED)


class ColumnsForm(forms.Form):
    """Asks which column of a table is what; the choices are the file’s own columns."""

    dated = forms.ChoiceField(label=_("Date"))
    amount = forms.ChoiceField(
        label=_("Amount, in and out in one column"), required=False
    )
    money_in = forms.ChoiceField(label=_("Or: money in"), required=False)
    money_out = forms.ChoiceField(label=_("and money out"), required=False)
    description = forms.MultipleChoiceField(
        label=_("What it was"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Words that could be somebody’s name are not kept."),
    )
    reference = forms.ChoiceField(label=_("Check number"), required=False)
    balance = forms.ChoiceField(label=_("Balance"), required=False)
    currency = forms.ChoiceField(label=_("Currency"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    has_no_header = forms.BooleanField(
        label=_("The file has no row of headings"), required=False
    )
    is_flipped = forms.BooleanField(
        label=_("Money out is written above zero"), required=False
    )
    is_day_first = forms.ChoiceField(
        label=_("03/04/2026 is"),
        required=False,
        choices=[("", _("as the file tells")), ("1", "3 April"), ("0", "March 4")],
    )
    name = forms.CharField(
        label=_("Keep this for the next file as"),
        max_length=60,
        help_text=_("The name of the bank, say."),
    )

    def __init__(self, data: object, *, rows: Sequence[Row], guessed: Layout) -> None:
        super().__init__(data, initial=_initial(guessed), label_suffix="")
        columns = _columns(rows)
        for name in ("amount", "money_in", "money_out", "reference", "balance"):
            self.fields[name].choices = [("", _("none")), *columns]
        for name in ("currency", "status"):
            self.fields[name].choices = [("", _("none")), *columns]
        self.fields["dated"].choices = self.fields["description"].choices = columns

    def in_rows(self) -> list[list[forms.BoundField]]:
        """Return the fields that stand beside each other on the page."""
        return [[self[name] for name in names] for names in BESIDE]

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        if ColumnMapping.objects.filter(name=name).exists():
            raise forms.ValidationError(_("There is one of this name already."))
        return name

    def clean(self) -> dict[str, object]:
        """Hold it to one column of amounts, or two."""
        data = super().clean()
        both = bool(data.get("money_in") and data.get("money_out"))
        if bool(data.get("amount")) == both:
            told = _("Choose the column of amounts, or one for in and one for out.")
            self.add_error("amount", told)
        return data

    def layout(self) -> Layout:
        """Return what was chosen; columns are named by their numbers."""
        data = self.cleaned_data
        single = ("dated", "amount", "money_in", "money_out", "reference", "balance")
        is_day_first = data["is_day_first"]
        return Layout(
            **{name: data[name] for name in (*single, "currency", "status")},
            description=tuple(data["description"]),
            has_header=not data["has_no_header"],
            is_flipped=data["is_flipped"],
            is_day_first=is_day_first == "1" if is_day_first else None,
        )


def _columns(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return each column’s name and a few of its cells, to be known by."""
    widest = max(rows[:SEARCHED], key=lambda row: sum(map(_filled, row.cells)))
    below = [row for row in rows if row.number >= widest.number][: FEW + 1]
    return [
        (_name(widest, place), f"{place + 1}: {_told(below, place)}")
        for place in range(len(widest.cells))
        if any(_filled(cell) for row in below for cell in row.cells[place : place + 1])
    ]


def _name(widest: Row, place: int) -> str:
    """Return the heading where there is one: the bank may move a column."""
    cell = str(widest.cells[place]).strip()
    is_heading = cell and not any(c.isdigit() for c in cell)
    return cell if is_heading else str(place + 1)


def _told(rows: Sequence[Row], place: int) -> str:
    """Return the heading and the first cell below it, short enough for a phone."""
    cells = [row.cells[place] for row in rows if place < len(row.cells)]
    told = ("?" if bad_text(cell) else str(cell).strip() for cell in cells)
    return " · ".join([each[:SHORT] for each in told if each][:2])


def _filled(cell: object) -> bool:
    return bool(str(cell).strip())


def _initial(guessed: Layout) -> dict[str, object]:
    columns = ("dated", "amount", "money_in", "money_out", "reference", "balance")
    return {name: getattr(guessed, name) for name in columns}
