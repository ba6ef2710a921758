"""What finds edits: each module reads the original document and yields edits; none sees another's."""
