"""What a text is: its lines, its folded copy, its Markdown, and the edits that change it."""
