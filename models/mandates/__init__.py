"""Mandates and quality certificates, and how a centre stands by them.

What a centre is lives next door.
"""
