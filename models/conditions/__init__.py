"""The conditions that must hold during the whole mandate, and what asks for attention (S7).

Everything here follows from dates at the moment it is asked; nothing is kept.
"""
