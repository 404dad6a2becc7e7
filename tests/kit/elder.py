"""A signer of forms that were given out some time ago."""

import time

from django.core import signing


class Elder(signing.TimestampSigner):
    """Signs as if it were ``ago`` seconds earlier."""

    def __init__(self, ago, salt):
        super().__init__(salt=salt)
        self.ago = ago

    def timestamp(self):
        return signing.b62_encode(int(time.time()) - self.ago)
