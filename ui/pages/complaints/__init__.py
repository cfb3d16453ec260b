"""Complaints on the screen: the list, and one complaint with its routes and clocks.

Nothing here asks or shows who complained.
"""
