"""How the drafts of the cards of a check are called, before what each is about."""

HAND, STRONG = "hand", "strong"
"""A finding on a question without one, and a strong point."""
PROOF, REACTION, WEIGH, LEAVE = "proof", "reaction", "weigh", "leave"
JUDGE, DECIDE = "judge", "decide"
"""Of proof and of a reaction, by their id."""
STEP, END, CLOSE_ROUND = "step", "end", "round"
"""A step of the ladder, why one ends, by its id, and the last words of a round."""
SEEN, TURNED = "seen", "turned"
"""The form of who signs, beside the work and across the table."""
REOPEN = "reopen"
"""A reason to open a check again."""
BY_HAND, NEW_CHANNEL = "by_hand", "new_channel"
"""Dossier numbers, and a channel, that wait to be added."""
OF_FINDING = (PROOF, REACTION, WEIGH, LEAVE)
"""Those that are about a finding, by its key."""
AFTERWARDS = (PROOF, REACTION, JUDGE, DECIDE, STEP, END, CLOSE_ROUND, SEEN, TURNED, REOPEN)
"""Those that can still be handed in when the check is finished."""
