"""The form of a group: payment names as readers accept them, and two at once."""

from django.core.exceptions import ValidationError

from intergroup.kit.rules import show_rule
from intergroup.registry.actions.meeting_rules import settle_group
from intergroup.registry.admin.seen import SeenForm
from intergroup.registry.models import Group


class GroupForm(SeenForm):
    """What a group is asked in the office."""

    class Meta:
        model = Group
        fields = ("name",)

    def _post_clean(self) -> None:
        """Hold the group to the rules, beside the boxes they are about."""
        super()._post_clean()
        written = self.changed_data if self.instance.pk else None
        try:
            settle_group(self.instance, changed=written)
        except ValidationError as error:
            show_rule(self, error)
