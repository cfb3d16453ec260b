"""A checklist that goes out as a workbook and comes back, cell by cell.

What its cells hold, how they are read again, what may be taken over. The desk itself is next door.
"""
