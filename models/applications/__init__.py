"""Applications for a mandate: requirements, judgement, advice, and decisions about mandates.

Advice and decision are two things by two people (DOMAIN.md F1.04).
"""
