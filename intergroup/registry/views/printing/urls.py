"""Where the printed directory is."""

from django.urls import path

from intergroup.registry.views.printing import changes, office

urlpatterns = [
    path("office/directory/print/", office.print_directory, name="print-directory"),
    path("office/directory/print/<slug:key>/", office.print_made, name="print-made"),
    path(
        "office/directory/print/<slug:key>/look/", office.print_look, name="print-look"
    ),
    path(
        "office/directory/print/<slug:key>/take/", office.print_take, name="print-take"
    ),
    path(
        "office/directory/prints/<int:pk>/changes/",
        changes.print_changes,
        name="print-changes",
    ),
    path(
        "office/directory/prints/<int:pk>/changes.pdf",
        changes.print_changes_pdf,
        name="print-changes-pdf",
    ),
]
