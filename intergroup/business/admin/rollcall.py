"""The roll call’s rows, checked against each other and against those saved before."""

from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

from intergroup.business.models import Attendance

RULES = {rule.fields: rule for rule in Attendance._meta.constraints}


class RollCallFormSet(BaseInlineFormSet):
    """Rows that keep the roll call’s rules with one another.

    Django leaves a unique constraint out of an inline if it names the page’s own
    object, so the rules are asked here: what the database would refuse comes back as
    a sentence beside the row.
    """

    def clean(self):
        """Refuse a group that stands here twice, and a person for two groups."""
        super().clean()
        people = set()
        for row in self.forms:
            if row.is_valid() and not self._should_delete_form(row):
                self._check_rules(row)
                self._check_person(row, people)

    def get_unique_error_message(self, unique_check):
        """Give the sentence of the constraint for a group that stands here twice."""
        if rule := RULES.get(tuple(unique_check)):
            return rule.violation_error_message
        return super().get_unique_error_message(unique_check)

    def _check_rules(self, row):
        try:
            row.instance.validate_constraints()
        except ValidationError as error:
            row.add_error(None, ValidationError(error.messages))

    def _check_person(self, row, people):
        person = row.cleaned_data.get("person")
        if person in people:
            sentence = RULES["meeting", "person"].violation_error_message
            row.add_error(None, ValidationError(sentence, code="unique"))
        elif person:
            people.add(person)
