"""Every change to people, superiors and offices. Views, commands and tasks call these."""
