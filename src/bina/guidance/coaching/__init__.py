"""Coaching beyond its sessions: the agreement, who coaches, the bank of questions, reactions."""
