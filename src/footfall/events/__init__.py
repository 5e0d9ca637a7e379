"""What customer data is: canonical tables, the mapping from a file's columns, and readers for the files people have."""
