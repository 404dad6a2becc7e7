"""Where the treasury’s own pages are; each noun’s views have a file of their own."""

from django.urls import path

from treasury.views import (
    bills,
    books,
    budget,
    budget_lines,
    collection,
    deposit,
    identify,
    month_opening,
    months,
    opening,
    our_group,
    outside,
    passing_on,
    presented,
    receipts,
    reconcile,
    review,
    split_plans,
    statement_batches,
    statement_files,
    statement_lines,
    vouchers,
)

app_name = "treasury"
urlpatterns = [
    path("bills/recurring/", bills.recurring, name="bills-recurring"),
    path("bills/<int:pk>/", bills.bill, name="bill"),
    path("bills/<int:pk>/approve/", bills.approve, name="bill-approve"),
    path("bills/<int:pk>/decline/", bills.decline, name="bill-decline"),
    path("bills/<int:pk>/pay/", bills.pay, name="bill-pay"),
    path("bills/<int:pk>/papers/", vouchers.bill_papers, name="bill-papers"),
    path("expense/<int:pk>/papers/", vouchers.expense_papers, name="expense-papers"),
    path("paper/<int:pk>/", vouchers.voucher, name="voucher"),
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
    path("unidentified/", identify.unidentified, name="unidentified"),
    path("unidentified/<int:pk>/", identify.identify, name="identify"),
    path("receipt/<int:pk>/receipt.pdf", receipts.receipt, name="receipt"),
    path("deposit/", deposit.deposit, name="deposit"),
    path("deposit/<int:pk>/slip/", deposit.slip, name="deposit-slip"),
    path("budget/start/", budget.start, name="budget-start"),
    path("budget/<int:pk>/lines/", budget_lines.lines, name="budget-lines"),
    path("budget/<int:pk>/adopt/", budget.adopt, name="budget-adopt"),
    path("budget/<int:pk>/amend/", budget.amend, name="budget-amend"),
    path("passing-on/", passing_on.passing_on, name="passing-on"),
    path("passing-on/worksheet.pdf", passing_on.proposal, name="passing-on-proposal"),
    path(
        "passing-on/<int:pk>/worksheet.pdf",
        passing_on.paper,
        name="distribution-worksheet",
    ),
    path("passing-on/share/<int:pk>/pay/", passing_on.pay, name="share-pay"),
    path("split-plans/", split_plans.ready, name="split-plans-ready"),
    path(
        "split-plans/<int:pk>/version/",
        split_plans.version,
        name="split-plan-version",
    ),
    path("opening/", opening.opening_balances, name="opening"),
    path("outside/<int:pk>/return/", outside.give_back, name="outside-return"),
    path("outside/<int:pk>/letter.pdf", outside.letter, name="outside-letter"),
    path(
        "our-group/<int:number>/<str:year>/statement.pdf",
        our_group.statement,
        name="our-statement",
    ),
    path("review-kit/", review.review_kit, name="review-kit"),
    path("reconcile/", reconcile.overview, name="reconcile"),
    path("reconcile/<int:pk>/", reconcile.worksheet, name="reconcile-statement"),
    path("reconcile/<int:pk>/accept/", reconcile.accept, name="reconcile-accept"),
    path(
        "reconcile/<int:pk>/earlier/", reconcile.tick_earlier, name="reconcile-earlier"
    ),
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
    path("month-end/", months.closing, name="month-end"),
    path("month/<int:pk>/open/", month_opening.reopening, name="month-reopen"),
    path("presented/", presented.present, name="present"),
    path("presented/<int:pk>/", presented.presented, name="presented"),
    path("presented/<int:pk>/report.pdf", presented.paper, name="presented-pdf"),
    path("books/", books.books, name="books"),
    path("books/<str:form>/", books.books_file, name="books-file"),
    path("yearly-statements/", statement_batches.new_batch, name="statement-batch-new"),
    path(
        "yearly-statements/<int:pk>/", statement_batches.batch, name="statement-batch"
    ),
    path(
        "yearly-statements/<int:pk>/go-on/",
        statement_batches.go_on,
        name="statement-batch-go-on",
    ),
    path(
        "yearly-statements/<int:pk>/statements.zip",
        statement_batches.batch_zip,
        name="statement-batch-zip",
    ),
    path(
        "yearly-statements/<int:pk>/<int:statement>.pdf",
        statement_batches.batch_statement,
        name="statement-batch-statement",
    ),
]
