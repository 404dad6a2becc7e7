"""Where the treasury’s own pages are; each noun’s views have a file of their own."""

from django.urls import path

from treasury.views import review

app_name = "treasury"
urlpatterns = [
    path("review-kit/", review.review_kit, name="review-kit"),
]
