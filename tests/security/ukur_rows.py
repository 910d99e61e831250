"""The matrix of the page that measures: whoever keeps the personnel of a unit."""

from tests.security.matrix import Row, everyone

ROWS = [Row("guidance:ukur", everyone(403, pengelola=200, pengelola_lain=200))]
