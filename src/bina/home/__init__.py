"""What spans the stages for one person: tasks, team, timeline, the trail."""
