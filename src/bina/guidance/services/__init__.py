"""Every change in guidance: one act, one transaction, one line in the trail."""
