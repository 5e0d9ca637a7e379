"""The only room that opens DuckDB: connect, register, run under limits, close."""
