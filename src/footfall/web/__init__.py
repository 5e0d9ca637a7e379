"""HTTP and the WebSocket: translates requests into the verbs of service, and errors into problems. Decides nothing."""
