"""The law met by the agency: the commands and (later) pages that show and check the rules."""
