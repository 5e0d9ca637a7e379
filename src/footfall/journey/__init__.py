"""What a map and a library are: records, changes, text format. Pure: no I/O, no clock, no framework."""
