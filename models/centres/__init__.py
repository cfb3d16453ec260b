"""Career centres, their establishments, counsellors and contacts.

Mandates are next door.
"""
