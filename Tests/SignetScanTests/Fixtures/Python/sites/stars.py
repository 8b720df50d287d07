from uuid import *

a = uuid4()
b = uuid1


def f(uuid4):
    return uuid4()


def g():
    return uuid5(NAMESPACE_DNS, "x")


class C:
    id = uuid4()
    uuid4 = 3
    x = uuid4()
