"""The room of the rules: their numbers with dates, a term counted live, and what rules propose.

How a term is counted is in models.terms.
"""
