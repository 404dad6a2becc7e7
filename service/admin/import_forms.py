"""The forms around a file of positions or terms: whether what is not here is made."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin


class PositionsForm(admin.FileForm):
    """Asks whether committees that are not here are to be made."""

    create_committees = forms.BooleanField(
        label=_("Make committees that are not here"), required=False
    )


class PositionsConfirmForm(admin.ConfirmOwnForm):
    """The button under the preview, with what was asked."""

    create_committees = forms.BooleanField(required=False, widget=forms.HiddenInput)


class TermsForm(admin.FileForm):
    """Asks whether people who are not here are to be made."""

    create_people = forms.BooleanField(
        label=_("Make people who are not here"),
        required=False,
        help_text=_("By first name and initial, such as Pat D., and never more."),
    )


class TermsConfirmForm(admin.ConfirmOwnForm):
    """The button under the preview, with what was asked."""

    create_people = forms.BooleanField(required=False, widget=forms.HiddenInput)


class AskedMixin:
    """A list whose form asks one thing beside the file, of those who have a right."""

    asked_name = ""
    asked_right = ""

    def has_import_permission(self, request):
        """A file adds, and it changes."""
        may_change = self.has_change_permission(request)
        return may_change and super().has_import_permission(request)

    def create_import_form(self, request):
        """Ask only those who may make what is not here."""
        form = super().create_import_form(request)
        if not request.user.has_perm(self.asked_right):
            form.fields.pop(self.asked_name)
        shown = [self.asked_name] if self.asked_name in form.fields else []
        form.asked_fields = [form[name] for name in shown]
        return form

    def get_import_resource_kwargs(self, request, **kwargs):
        """Hand on what was asked; a right that went meanwhile makes nothing."""
        form = kwargs["form"]
        is_asked = form.is_bound and form.is_valid()
        wanted = is_asked and form.cleaned_data.get(self.asked_name, False)
        may = request.user.has_perm(self.asked_right)
        return {"asked": {self.asked_name: bool(wanted and may)}}

    def get_confirm_form_initial(self, request, import_form):
        initial = super().get_confirm_form_initial(request, import_form)
        if import_form is not None:
            wanted = import_form.cleaned_data.get(self.asked_name, False)
            initial[self.asked_name] = wanted
        return initial
