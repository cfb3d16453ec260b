"""What may be destroyed and when, and the statement that stays behind (DOMAIN.md F3.07).

The program proposes; a person destroys.
"""
