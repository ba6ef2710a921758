"""What a rule is: read from TOML, found by its literals, proved by its examples."""
