"""A checklist that goes out as a workbook and comes back, whatever it judges.

What left, what came back, how the two are compared with the file, and what a person reviews. What
the cells mean is told by the desks of checks and of applications.
"""
