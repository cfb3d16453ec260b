"""All centres side by side: their mandates, certificates and what happened, as days on one axis.

One centre in full is told by `models.timeline`.
"""
