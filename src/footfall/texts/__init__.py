"""What people wrote: personal data masked, the language, the feeling and the words that decided it, themes. Pure."""
