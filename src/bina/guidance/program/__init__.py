"""Programmes: the coachings of a cohort, its budget of hours, and what the personnel unit sees."""
