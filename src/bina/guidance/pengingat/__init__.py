"""Late steps of guidance: one reminder, one escalation, no word of what they are about."""
