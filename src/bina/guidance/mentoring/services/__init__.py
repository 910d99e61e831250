"""Acts on mentorings: each one permission, one change, one line in the trail."""
