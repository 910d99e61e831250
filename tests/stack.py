"""Room on the interpreter's stack.

CPython 3.11 keeps its frames in pieces of 16 kB and gives the last one back the moment it is
empty. pytest and Django together stand near the edge of one: every call across it asked the
system for memory and returned it, ten thousand times a second, a sixth of the time of the tests
that walk all pages. One frame too large for a piece gets a larger one, and what it calls stays
inside.
"""

from collections.abc import Callable
from typing import Any

# Words of 8 bytes: a little over 256 kB, so that the piece has 512 kB and as much again is free.
WORDS = 33_000


def _made() -> Callable[[Callable[[], Any]], Any]:
    names = "=".join(f"n{number}" for number in range(WORDS))
    found: dict[str, Any] = {}
    exec(f"def roomy(call):\n    return call()\n    {names}=0\n", found)
    made: Callable[[Callable[[], Any]], Any] = found["roomy"]
    return made


roomy = _made()
