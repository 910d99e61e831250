"""Every change of a dialogue; nothing else saves."""
