"""What marks a file as a library that we know, and how long to wait for one that is in use."""

APPLICATION_ID = 0x51554941
"""SQLite's mark for the kind of a file ("QUIA"): a foreign database is refused, not filled."""

BUSY_SECONDS = 5

KNOWN_SCHEMAS = ("0001", "0002", "0003")
"""The migrations that this version has; a library of another one is newer."""

SCHEMA = KNOWN_SCHEMAS[-1]
"""What a library has when it is open."""
