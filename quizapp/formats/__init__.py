"""Reading and writing packs in the formats that people have them in."""
