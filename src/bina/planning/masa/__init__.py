"""Planning periods of units, who is late, reminders."""
