"""The library on the disk. Rows stay in here; domain values come in and go out."""
