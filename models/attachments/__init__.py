"""Files kept with a centre file: what each is, what it belongs to, and the mark of its content.

The content itself lies encrypted beside the database (`models.store.attachments`).
"""
