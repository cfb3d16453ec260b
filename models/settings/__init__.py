"""What an office may set: the officer, the sender, thresholds.

Not window sizes; those belong to the machine.
"""
