"""What comes in: foreign files become facts and a report.

Nothing here writes before a person has seen the report.
"""
