"""How the drafts of the cards of a check are called, before what each is about."""

HAND, STRONG = "hand", "strong"
"""A finding on a question without one, and a strong point."""
PROOF, REACTION, WEIGH, LEAVE = "proof", "reaction", "weigh", "leave"
JUDGE, DECIDE = "judge", "decide"
"""Of proof and of a reaction, by their id."""
BY_HAND, NEW_CHANNEL = "by_hand", "new_channel"
"""Dossier numbers, and a channel, that wait to be added."""
OF_FINDING = (PROOF, REACTION, WEIGH, LEAVE)
"""Those that are about a finding, by its key."""
