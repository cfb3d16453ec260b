"""The room of follow-up: what asks for attention at which centre, and the registers behind it.

What a condition is and when it is late is decided in models.conditions.
"""
