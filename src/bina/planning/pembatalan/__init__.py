"""Voiding a plan that was established in error."""
