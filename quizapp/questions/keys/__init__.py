"""What typed and chosen answers are held against; shared by the types of question."""
