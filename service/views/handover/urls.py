"""Where one’s own position is, and the hand-overs."""

from django.urls import path

from service.views.handover import mine, packet, page, steps

ITEM = "handover/<int:pk>/<int:item>"
urlpatterns = [
    path("my-position/", mine.my_position, name="my-position"),
    path("handover/<int:pk>/", page.handover, name="handover"),
    path("handover/<int:pk>/packet.pdf", packet.packet, name="handover-packet"),
    path("handover/<int:pk>/add/", steps.add, name="handover-add"),
    path("handover/<int:pk>/fill/", steps.fill, name="handover-fill"),
    path(f"{ITEM}/give/", steps.give, name="handover-give"),
    path(f"{ITEM}/take/", steps.take, name="handover-take"),
    path(f"{ITEM}/leave-out/", steps.leave_out, name="handover-leave-out"),
    path(f"{ITEM}/undo/", steps.undo, name="handover-undo"),
    path(f"{ITEM}/notes/", steps.notes, name="handover-notes"),
]
