"""Does it help? Levels L2 to L4 of kompetensi.md 6, over many people and never about one."""
