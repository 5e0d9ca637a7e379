"""Whatever parses a person's file, in a process of its own: bounded in memory and time, ended at any moment."""
