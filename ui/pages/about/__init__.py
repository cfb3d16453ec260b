"""What Waarmerk is, where its file lies, and whose work it carries."""
