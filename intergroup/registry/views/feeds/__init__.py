"""The feeds: meeting lists for apps and for other sites."""
