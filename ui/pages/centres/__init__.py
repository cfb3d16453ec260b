"""The room of the career centres: their list, one centre's file, and lists that come in.

Nothing about checks or letters is decided here: this room only leads there.
"""
