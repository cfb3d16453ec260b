"""An assessment that goes out as a workbook and comes back, cell by cell.

What its cells hold and what may be taken over; what every workbook has in common stands in
controllers.exchange.
"""
