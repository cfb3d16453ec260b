"""Centres that stand in the file twice: how they are found, and what belongs to which.

Merging them is a use case and lives in the controllers.
"""
