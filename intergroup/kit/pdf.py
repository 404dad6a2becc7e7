"""stub"""


def from_html(html):
    raise RuntimeError
