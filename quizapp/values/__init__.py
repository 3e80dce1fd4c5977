"""Normal forms of what people write: dates, numbers, names; and the topics they belong to.

Everything here reads text of any length and script without raising, and knows nothing of questions.
"""
