"""Quality actions beside dossier checks: contacts, coaching, info mails, surveys, offer checks.

What they add up to over a mandate is told by `models.coverage`.
"""
