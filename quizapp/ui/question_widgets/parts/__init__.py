"""Pieces that several types of question are answered with."""
