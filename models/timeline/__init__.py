"""Everything that happened or will happen at a centre, as lanes of days and stretches.

What a day means is told by the subject it comes from; here it only gets its place on the axis.
"""
