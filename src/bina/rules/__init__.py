"""The law: pure functions over dated, cited parameters. No Django, no clock, no database."""
