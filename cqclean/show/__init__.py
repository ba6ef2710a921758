"""How are edits shown to people and to programs?"""
