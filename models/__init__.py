"""The ground floor: what is true.

No Qt, and no knowledge of who asks.
"""
