"""The forms of coaching beyond its sessions. They take what a person may write (T5)."""
