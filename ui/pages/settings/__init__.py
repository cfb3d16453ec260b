"""What an office may set, as one form; every change is kept at once and can be undone."""
