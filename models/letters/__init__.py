"""Letters: templates, the facts that fill them, what is still missing.

How they look on paper is for controllers.export.
"""
