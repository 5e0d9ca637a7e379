"""A demo that is worth looking at: an online shop's customer data, its library and its journey map."""
