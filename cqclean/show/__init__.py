"""How are edits shown to people and to programs?"""

FORMATS = ("concise", "diff", "json", "jsonl", "github", "sarif")  # of findings; machine.py has those for programs
