"""What does cqclean cost, beside what it is used beside?"""
