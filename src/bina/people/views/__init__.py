"""The pages of Organisasi."""
