"""The choices of look and language, and the page of components (off unless asked for)."""

from tests.security.matrix import Row, everyone

ROWS = [
    Row("ui:tampilan", everyone(302), method="post", data=lambda world: {"tampilan": "gelap"}),
    Row("ui:bahasa", everyone(302), method="post", data=lambda world: {"bahasa": "en"}),
    Row("ui:komponen", everyone(404, anonymous=404)),
]
