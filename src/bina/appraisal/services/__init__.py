"""Every change to periods, the organisation's rating and evaluations. Nothing else saves."""
