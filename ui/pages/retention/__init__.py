"""The room of retention: what is due for destruction, what was destroyed, all on one person."""
