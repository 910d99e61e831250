"""Every change to what stands around the sessions of a coaching."""
