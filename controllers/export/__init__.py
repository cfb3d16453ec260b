"""What leaves the house: workbooks and letters, made from values.

Nothing here reads the database.
"""
