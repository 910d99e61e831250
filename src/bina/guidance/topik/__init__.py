"""Topics of coaching and mentoring: the agency's lists, those of a case, and the board."""
