"""How the tables came to be, one numbered step after another. Never imports entities.

A new step: `python -m models.store.migrations "Add a column"`, then read and mend what it wrote.
"""

HEAD = "0006"
"""The newest step this program knows; a test holds it against the folder."""
