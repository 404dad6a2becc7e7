"""Where the treasury’s own pages are; each noun’s views have a file of their own."""

from django.urls import path

from treasury.views import deposit, review

app_name = "treasury"
urlpatterns = [
    path("deposit/", deposit.deposit, name="deposit"),
    path("deposit/<int:pk>/slip/", deposit.slip, name="deposit-slip"),
    path("review-kit/", review.review_kit, name="review-kit"),
]
