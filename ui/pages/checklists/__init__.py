"""The room of the checklists: their versions, and the editor in which an office makes its own.

What is answered with them is in the room of the checks.
"""
