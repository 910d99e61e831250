"""What the agency and its units undertake for a year (ADR 17)."""
