"""Dossier checks: checklists, answers, verdicts, findings.

Letters about them are next door.
"""
