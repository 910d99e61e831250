"""What is used again: annex texts, templates, copies, one plan to many people."""
