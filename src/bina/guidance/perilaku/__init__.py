"""A matter of conduct before it becomes counselling: told, answered, reviewed; all sealed."""
