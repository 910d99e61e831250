"""Why a rule gives no answer. Each kind has the code that golden cases name."""

from typing import ClassVar


class Refusal(Exception):
    """A rule refuses: nothing guesses."""

    code: ClassVar[str] = "refusal"


class NotInForce(Refusal):
    """No text gives a value on that day."""

    code = "not_in_force"


class Invalid(Refusal):
    """What was given lies outside the rule's domain."""

    code = "invalid"


class Manual(Refusal):
    """The text gives no rule: a person must decide."""

    code = "manual"
