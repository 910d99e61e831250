"""Meetings of guidance in people's calendars: invitations, a personal feed (ADR 23)."""
