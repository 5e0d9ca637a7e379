"""The analyses, a module each: the populations of their figures, and which aggregates are read off them."""
