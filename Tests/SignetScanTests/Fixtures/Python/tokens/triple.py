x = """abc
x = 1
