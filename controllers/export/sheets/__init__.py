"""The sheets of a workbook: each file writes one kind. Loads openpyxl, so only doors import it.

No file, no clock and no database here: values in, cells out.
"""
