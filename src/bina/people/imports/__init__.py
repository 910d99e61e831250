"""Staff files on their way in: read, check, preview, take, report."""
