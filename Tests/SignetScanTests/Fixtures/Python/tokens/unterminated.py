'abc
x = 1
