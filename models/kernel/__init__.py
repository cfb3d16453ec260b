"""Words without a subject, standard library only.

Nothing here knows our trade, a database or a screen.
"""
