"""Who may do what: may, require, scope, users_who_may. Knows no noun."""
