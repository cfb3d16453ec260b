"""The front door: make a file, open one, recover it, or look at the demonstration."""
