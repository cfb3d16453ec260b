"""The room of applications: who asks for a mandate, criterion by criterion, advice and decision.

How a running mandate ends is decided in the file of its centre.
"""
