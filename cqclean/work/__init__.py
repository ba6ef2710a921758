"""What does a call of the command do with its texts? (Between the command line and the rooms below; knows neither Click nor Rich.)"""

CLEAN, CHANGES, TROUBLE = 0, 1, 2  # exit codes; the greatest wins
