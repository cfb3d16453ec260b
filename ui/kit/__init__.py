"""Widgets without a subject: a page of any trade could be built with them.

They know tokens, not centres.
"""
