import uuid
from uuid import uuid4


def parameter(uuid):
    return uuid.uuid4()


def defaults(uuid=uuid.uuid4()):
    return uuid.uuid4()


def local():
    uuid = object()
    return uuid.uuid4(), uuid4()


def bound_later():
    uuid4()
    uuid4 = 3


def loop():
    for uuid in []:
        uuid.uuid4()
    return uuid.uuid4()


def context():
    with open("x") as uuid, open("y") as (a, uuid4):
        uuid.uuid4()
        uuid4()


def handler():
    try:
        uuid.uuid4()
    except ValueError as uuid:
        pass


def comprehension():
    return [uuid4() for x in range(3)] + [uuid.uuid4() for uuid in y] + [
        uuid.uuid4() for x in uuid.uuid4() if uuid.uuid4() for z in uuid.uuid4()
    ] + [a for uuid4 in uuid4() for b in uuid4()]


def dictionaries():
    return {uuid4(): uuid4() for uuid in uuid.uuid4()}, {uuid4() for x in y}


def conditional():
    if x:
        import uuid
    else:
        uuid = None
    return uuid.uuid4()


def replaced():
    import uuid

    uuid = 1
    return uuid.uuid4()


def global_name():
    global uuid4, shared
    shared = uuid4
    return uuid4()


def uses_shared():
    return shared()


def nonlocal_name():
    make = None

    def set_make():
        nonlocal make
        make = uuid4

    def use_make():
        return make()

    set_make()
    return make()


def closure():
    import uuid as inner

    def f():
        def g():
            return inner.uuid4()

        return g, lambda: inner.uuid1()

    inner = inner
    return f


class Class:
    uuid = uuid.uuid4()
    after = uuid.uuid4()
    make = uuid4
    made = make()
    names = [make() for make in [1]] + [make() for x in make()]
    key: str = (lambda: make())()

    def method(self):
        return make(), self.uuid.uuid4(), uuid.uuid4(), uuid4()

    class Inner:
        deeper = make()
        found = uuid4()

        def method(self, uuid4=uuid4):
            return uuid4()


class Annotated:
    uuid: str
    other: str = uuid.uuid4()


class Conditional:
    if x:
        uuid4 = None
    made = uuid4()


def annotated_local():
    uuid: str
    return uuid.uuid4()


def deleted():
    import uuid
    del uuid
    uuid.uuid4()


def lambdas():
    return lambda uuid: uuid.uuid4(), lambda x=uuid.uuid4: uuid.uuid4(), lambda *uuid4: uuid4()


def nested_lambda():
    return lambda a=lambda uuid: uuid.uuid4(), *, b=uuid4(), **uuid: uuid.uuid4()


async def asynchronous():
    async with x as uuid:
        uuid.uuid4()
    return [uuid4() async for uuid4 in x]


def augmented():
    uuid4 += 1
    return uuid4()


@uuid.uuid4
@decorate(uuid4())
def decorated(): return uuid4()


class Keyword(metaclass=uuid4): pass
def inline(): x = uuid4(); return uuid.uuid4()
if uuid4(): uuid4()
elif uuid4: uuid4()
else: uuid4()
while uuid4(): break
for x in uuid4(): uuid4()
else: uuid4()
with uuid4() as x, uuid.uuid4() as y: pass
with (uuid4()) as x: pass
assert uuid4(), uuid4()
try: raise uuid4() from uuid4()
except uuid4: pass
finally: uuid4()
