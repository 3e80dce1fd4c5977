"""quizapp: a desktop program that quizzes people on the facts of an article."""

__version__ = "0.1.0"
