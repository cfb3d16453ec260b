"""The Dutch content that ships with the program, read from resources/content once and checked.

What a checklist, a term or a letter means is for the subjects; here are only files and places.
"""
