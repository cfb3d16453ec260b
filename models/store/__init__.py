"""The database and nothing about our trade: the file, its key, the journal, one step per wish.

No table of a subject lives here.
"""
