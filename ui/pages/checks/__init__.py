"""The room of dossier checks: plan a visit, fill the matrix, weigh what was found, finish.

What a check comes to is decided downstairs; here it is only shown and handed in.
"""
