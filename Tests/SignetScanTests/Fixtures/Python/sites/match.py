import uuid
from uuid import uuid4

match = uuid4()
match.x
match: str = uuid4()
match[uuid4()] = 3
match(uuid4())
case = uuid4
type = uuid4()
type(uuid4())


def f(x):
    match x:
        case uuid.uuid4:
            return uuid4()
        case uuid4(real=1) | 3:
            pass
        case [1, {"k": make, **rest}, *tail] if uuid4():
            return make(uuid4())
        case {"uuid": _} as whole: return uuid4()
    match uuid.uuid4(), 1:
        case _: uuid.uuid4()


def g(x):
    match x:
        case uuid4:
            return uuid4()


def h(x):
    match x:
        case [a, (3 | 4), uuid] as uuid4 if uuid4():
            return uuid.uuid4(), uuid4()
