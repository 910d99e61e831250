"""Bina's settings with two things more: a bare page to compare with, and figures on answers."""

from bina.config.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
WSGI_APPLICATION = "bench.wsgi.application"
MIDDLEWARE = ["bench.figures.FiguresMiddleware", *MIDDLEWARE]  # noqa: F405
