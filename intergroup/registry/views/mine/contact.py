"""My own contact data: how to reach me, and what of it may be shown."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.kit import office, once
from intergroup.registry.actions.agreeing import Agreed, keep_own_contact
from intergroup.registry.models import Directory, Person


class ContactForm(forms.Form):
    """A person’s own addresses, and a switch for each that may be shown."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("For the office; questions to your group come here."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Telephone"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("For the office."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    shows_name = forms.BooleanField(
        label=gettext_lazy("My first name and initial may be shown"), required=False
    )
    shows_email = forms.BooleanField(
        label=gettext_lazy("My e-mail address may be shown"), required=False
    )
    shows_phone = forms.BooleanField(
        label=gettext_lazy("My telephone number may be shown"), required=False
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def my_contact(request: HttpRequest) -> HttpResponse:
    """Show what the register keeps of oneself, or save it."""
    person = request.user.person
    if person is None:
        raise Http404
    form = ContactForm(request.POST or None, initial=_said(person), label_suffix="")
    if form.is_bound and form.is_valid() and _save(request, form):
        return redirect("registry:my-contact")
    return office.page(
        request,
        "registry/office/my_contact.html",
        title=_("My contact data"),
        crumbs=[(_("My group"), reverse("registry:my-group"))],
        form=form,
        me=person,
        switches=_switches(form, person),
        directory=Directory.objects.current(),
    )


def _save(request: HttpRequest, form: ContactForm) -> bool:
    """Save once; False where a rule was broken, which the form shows."""
    said = form.cleaned_data
    try:
        with transaction.atomic():
            if not once.spend(request):
                once.say_so(request)
                return True
            keep_own_contact(
                request.user.person,
                email=said["email"],
                phone=said["phone"],
                agreed=Agreed(
                    said["shows_name"], said["shows_email"], said["shows_phone"]
                ),
                on=timezone.localdate(),
            )
    except ValidationError as error:
        form.add_error(None, error)
        return False
    messages.success(request, _("Saved. You can withdraw what you agreed to any time."))
    return True


def _said(person: Person) -> dict[str, object]:
    return {
        "email": person.email,
        "phone": person.phone,
        "shows_name": bool(person.listing_agreed_on),
        "shows_email": bool(person.email_agreed_on),
        "shows_phone": bool(person.phone_agreed_on),
    }


def _switches(form: ContactForm, person: Person) -> list[tuple]:
    """Return each switch with the day of its consent."""
    return [
        (form["shows_name"], person.listing_agreed_on),
        (form["shows_email"], person.email_agreed_on),
        (form["shows_phone"], person.phone_agreed_on),
    ]
