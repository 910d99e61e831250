"""How tall a row will be, roughly: short rows are kept on one page, long ones may break."""

from typing import Any

ROW_KEPT_WHOLE = 320  # letters in its longest cell: half a page of the narrowest column
LINE = 20  # letters a line break is counted as


def utuh(*sel: Any) -> bool:
    """Whether a row of these cells is short enough to be kept whole."""
    return max((letters(satu) for satu in sel), default=0) <= ROW_KEPT_WHOLE


def letters(sel: Any) -> int:
    if isinstance(sel, str):
        return len(sel) + LINE * (1 + sel.count("\n"))
    if isinstance(sel, dict):
        return sum(letters(part) for part in sel.values())
    return sum(letters(part) for part in sel or ())
