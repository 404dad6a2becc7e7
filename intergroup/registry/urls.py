"""Where the register’s pages are, and those for signing in.

Of allauth’s own list, the pages for signing up are left out.

Nobody changes an address by themselves either: an old one, kept beside the new, would
go on opening the account.
"""

from allauth.account import views
from django.urls import include, path, re_path

from intergroup.registry.views.contacts.urls import urlpatterns as contacts
from intergroup.registry.views.deciding.urls import urlpatterns as deciding
from intergroup.registry.views.feeds.urls import urlpatterns as feeds
from intergroup.registry.views.finder.urls import urlpatterns as finder
from intergroup.registry.views.looking.urls import urlpatterns as looking
from intergroup.registry.views.mine.urls import urlpatterns as mine
from intergroup.registry.views.printing.urls import urlpatterns as printing
from intergroup.registry.views.sending.urls import urlpatterns as sending
from intergroup.registry.views.verifying.urls import urlpatterns as verifying

SIGN_IN = [
    path("login/", views.login, name="account_login"),
    path("login/code/", views.request_login_code, name="account_request_login_code"),
    path(
        "login/code/confirm/",
        views.confirm_login_code,
        name="account_confirm_login_code",
    ),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/set/", views.password_set, name="account_set_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path(
        "password/reset/done/",
        views.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("2fa/", include("allauth.mfa.urls")),
]

PAGES = [
    *finder,
    *feeds,
    *sending,
    *deciding,
    *verifying,
    *printing,
    *contacts,
    *mine,
    *looking,
]

urlpatterns = [
    path("account/", include(SIGN_IN)),
    path("", include((PAGES, "registry"))),
]
