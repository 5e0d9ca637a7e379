"""The only room that opens DuckDB or calls Spark: connect, register, run under limits, close."""
