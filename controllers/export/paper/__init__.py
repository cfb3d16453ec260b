"""What puts a letter on paper: fonts, tags, pieces and pages. Loads reportlab: for doors only.

No file is written, no clock read and no database asked here: values in, bytes out.
"""
