"""How each kind of file becomes a table: columns by name, rows in batches of bounded size, each row with its number."""
