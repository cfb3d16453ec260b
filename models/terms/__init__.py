"""Legal terms: rule parameters with validity, holidays, and how a date was computed.

No database.
"""
