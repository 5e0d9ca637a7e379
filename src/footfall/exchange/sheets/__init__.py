"""A map as tables: a sheet for each type of record, a row for each record, and back from what a colleague edited."""
