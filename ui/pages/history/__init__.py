"""The room of history: every step that was taken, told field by field, and the proof of it.

This is the only room that shows all free text together; the log of the program holds ids only.
"""
