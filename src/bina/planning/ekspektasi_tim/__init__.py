"""What the ketua of a team expects of its members."""
