"""The room of letters: the list, and a letter beside what still has to be written in it.

What a letter says is decided below; here it is shown, filled in, kept as a PDF and printed.
"""
