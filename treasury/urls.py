"""Where the treasury’s own pages are; each noun’s views have a file of their own."""

from django.urls import path

from treasury.views import (
    collection,
    deposit,
    receipts,
    reconcile,
    review,
    statement_files,
    statement_lines,
)

app_name = "treasury"
urlpatterns = [
    path("collection/", collection.collection, name="collection"),
    path("collection/<int:pk>/", collection.recorded, name="collection-recorded"),
    path(
        "collection/<int:pk>/sheet.pdf", collection.sheet_file, name="collection-sheet"
    ),
    path(
        "collection/<int:pk>/receipts.pdf",
        receipts.receipts,
        name="collection-receipts",
    ),
    path("receipt/<int:pk>/receipt.pdf", receipts.receipt, name="receipt"),
    path("deposit/", deposit.deposit, name="deposit"),
    path("deposit/<int:pk>/slip/", deposit.slip, name="deposit-slip"),
    path("review-kit/", review.review_kit, name="review-kit"),
    path("reconcile/", reconcile.overview, name="reconcile"),
    path("reconcile/<int:pk>/", reconcile.worksheet, name="reconcile-statement"),
    path("reconcile/<int:pk>/accept/", reconcile.accept, name="reconcile-accept"),
    path("reconcile/<int:pk>/match/", reconcile.match, name="reconcile-match"),
    path(
        "reconcile/<int:pk>/take-back/",
        reconcile.take_back,
        name="reconcile-take-back",
    ),
    path(
        "reconcile/<int:pk>/balance/",
        reconcile.say_balance,
        name="reconcile-balance",
    ),
    path("reconcile/<int:pk>/settle/", reconcile.settle, name="reconcile-settle"),
    path(
        "reconcile/<int:pk>/line/<int:line>/",
        statement_lines.record_line,
        name="reconcile-line",
    ),
    path(
        "reconcile/file/<str:code>/",
        statement_files.statement_file,
        name="statement-file",
    ),
]
