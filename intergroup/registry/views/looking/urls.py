"""Where words are looked at."""

from django.urls import path

from intergroup.registry.views.looking.words import words

urlpatterns = [path("office/words/", words, name="words")]
