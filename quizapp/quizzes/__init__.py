"""What to ask, in which order, and the course of one sitting. All values; nothing here stores."""
