"""Bina's settings with another day on the clock: only the server of a journey uses them.

The story must lag behind the time elapsed, which no plan does in January; so it is always played
on the same day, whatever day it is. Everything in Bina asks `django.utils.timezone`.
"""

import os
from datetime import timedelta

from django.utils import timezone

from bina.config.settings import *  # noqa: F403

_real_now = timezone.now
_ahead = timedelta(days=int(os.environ["E2E_DAYS_AHEAD"]))
timezone.now = lambda: _real_now() + _ahead
