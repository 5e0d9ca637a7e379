"""Maps that come from other tools and go to them: each format is read into records, with notes of what has no place."""
