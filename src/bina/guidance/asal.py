"""By which name the account of hours knows what was credited for guidance."""

SESI = "guidance.sesi"
LOG = "guidance.log_mentoring"
