"""Addresses of what somebody took on."""

from django.urls import path

from intergroup.business.views.tasks import mine

urlpatterns = [
    path("tasks/", mine.my_tasks, name="my-tasks"),
    path("tasks/<int:pk>/done/", mine.task_done, name="task-done"),
]
