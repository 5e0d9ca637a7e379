"""The verbs of the product. Permission is checked here, once."""
