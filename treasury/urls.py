"""Where the treasury’s own pages are; each noun’s views have a file of their own."""

app_name = "treasury"
urlpatterns = []
