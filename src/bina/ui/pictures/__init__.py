"""Geometry of the pictures, and the sentence each one says.

Pure functions: numbers in, positions out, as strings, so that no locale can put a comma into an
SVG attribute. The drawing is a template in `ui/gambar/`; the tags join the two.
"""


def n(value: float) -> str:
    """A coordinate: short, with a point, never in scientific notation."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def pct(value: float) -> str:
    return f"{n(value)}%"
