"""The law met by the agency: its own values; pages and commands that show and check the rules."""
