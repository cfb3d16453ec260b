"""Checklists in their versions: questions, the answers they allow, weights; ours or the office's.

What is answered with them belongs to checks and applications.
"""
