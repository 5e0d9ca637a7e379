"""Questions about customers' paths: tables in, a population out, and an aggregate over exactly that population."""
