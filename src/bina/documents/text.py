"""A person's text made safe to set: nothing is interpreted, nothing is lost unseen.

Text reaches Typst as data, so `#read(...)` or `$x$` are letters already. What is left
are characters that would hide, reorder or tear the line, or that no font can print.
"""

import re
import unicodedata
from typing import Any

from bina.documents.glyphs import has_glyphs

LONG_WORD = 14  # letters; from here on a word may be wider than a narrow column
SOFT_HYPHEN, ZERO_WIDTH_SPACE, NO_BREAK_SPACE = "\u00ad", "\u200b", "\u00a0"
LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
LONG = re.compile(rf"\S{{{LONG_WORD},}}")
LAST_MARK = 0x20000  # beyond are only selectors, which are hidden
MARKS = "".join(chr(code) for code in range(LAST_MARK) if unicodedata.category(chr(code))[0] == "M")
CLUSTER = re.compile(rf"[^\s{MARKS}][{MARKS}]*|.", re.DOTALL)  # a letter with its marks
VOWEL, CONSONANT = "[aeiou]", "[b-df-hj-np-tv-z]"
SYLLABLE = re.compile(  # before the onset of an Indonesian syllable; ng, ny, sy, kh stay whole
    rf"(?<=[a-z]{{2}})(?:(?=(?:ng|ny|sy|kh){VOWEL})"
    rf"|(?={CONSONANT}{VOWEL})(?<!n(?=[gy]))(?<!s(?=y))(?<!k(?=h)))",
    re.IGNORECASE,
)


def printable(text: str) -> str:
    """The text as it will stand on paper, with marks where a long word may break.

    The template takes the marks out again wherever the word fits its column, so that
    they do not disturb searching and copying.
    """
    text = LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ")
    text = "".join(char for char in text if not _hidden(char))
    text = "".join(_on_paper(cluster) for cluster in CLUSTER.findall(text)).strip()
    return LONG.sub(_breakable, text)


def printable_data(value: Any) -> Any:
    """All texts of a form's data, wherever they sit."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: printable_data(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [printable_data(part) for part in value]
    return value


def _on_paper(cluster: str) -> str:
    """Itself; or, where no face has it, the numbers of what is missing."""
    if cluster == "\n":
        return cluster
    if unicodedata.category(cluster[0]) == "Zs":
        return NO_BREAK_SPACE if cluster == NO_BREAK_SPACE else " "
    marked_nothing = unicodedata.category(cluster[0])[0] == "M"
    if has_glyphs(cluster) and not marked_nothing:
        return cluster
    if len(cluster) > 1:
        return "".join(_on_paper(char) for char in cluster)
    return f"[U+{ord(cluster):04X}]"


def _hidden(char: str) -> bool:
    """Control and format characters hide or reorder text; selectors choose a drawing."""
    invisible = unicodedata.category(char) in {"Cc", "Cf"} and char != "\n"
    return invisible or _is_selector(char)


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _breakable(match: re.Match[str]) -> str:
    word = match[0]
    if word.strip(".,;:()\"'").isalpha() and len(word) <= 2 * LONG_WORD:
        return SYLLABLE.sub(SOFT_HYPHEN, word)
    return ZERO_WIDTH_SPACE.join(word)
