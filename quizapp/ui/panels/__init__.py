"""Large parts of pages: they ask and tell, as widgets do not, and know no page."""
