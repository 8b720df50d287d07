x = f"abc
y = 2
