"""The middle floor: what people do, one method per wish.

No Qt, no SQL.
"""
