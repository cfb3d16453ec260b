"""The top floor: what people see and touch.

Qt lives here and nowhere else.
"""
