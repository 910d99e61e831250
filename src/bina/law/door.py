"""What the stages ask of the law room: the law as the agency of the person judged has it."""

from bina.law.reading import parameters, parameters_of
from bina.law.results import register as register_results
from bina.law.results import register_monthly, resting_on

__all__ = ["parameters", "parameters_of", "register_monthly", "register_results", "resting_on"]
