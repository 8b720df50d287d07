import uuid
import typing
from uuid import uuid4

u = uuid
v = u
new_id = v.uuid4
gen = new_id
last = (gen)
a, b = uuid.uuid4, uuid.uuid1
(c, d) = (uuid, uuid4)
e, *f = uuid, uuid4, uuid4
annotated: typing.Any = uuid.uuid4
first = second = third = uuid4
one, (two, three) = uuid4, (uuid4, uuid4)
[four, five] = [uuid4, uuid4]
chosen = uuid4 if a else b
fallback = a or uuid4

u.uuid4()
v.uuid4()
new_id()
gen()
last()
a(); b(); c.uuid4(); d(); e.uuid4(); f()
annotated()
first(); second(); third()
one(); two(); three(); four(); five()
chosen(); fallback()
if (walrus := uuid.uuid4) and walrus():
    walrus()
print((module := uuid).uuid4(), module.uuid4())


def late():
    return later()


later = uuid4


def parameter(make=uuid4, *, other: typing.Callable = uuid.uuid1, **rest) -> uuid4:
    return make(), other()


x = lambda make=uuid4, *args: make() or uuid4()
cycle_a = cycle_b
cycle_b = cycle_a
cycle_a(); cycle_b()
del gen
gen()
object.make = uuid4
object.make()
uuid.uuid4 = uuid4
uuid.uuid4, x = 1, 2
del uuid.uuid4
for uuid.uuid4 in []:
    pass
table = {}
table[uuid4()] = uuid4()
table[uuid.uuid4] = 1
uuid.uuid4.x = 4
uuid.uuid4 += 1
