"""Where one’s own group is."""

from django.urls import path

from intergroup.registry.views.mine import contact, group

urlpatterns = [
    path("my-group/", group.my_group, name="my-group"),
    path("my-group/contact/", contact.my_contact, name="my-contact"),
    path("my-group/<int:number>/", group.page, name="my-group-page"),
    path("my-group/<int:number>/right/", group.still_right, name="my-group-right"),
]
