"""The use cases: each method one, in one transaction. Values come in and go out."""
