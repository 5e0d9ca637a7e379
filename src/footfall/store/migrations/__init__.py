"""The way from any released database to today's tables; append-only, each step named."""
