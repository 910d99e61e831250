"""Every change to progress, evidence and feedback. Nothing else saves."""
