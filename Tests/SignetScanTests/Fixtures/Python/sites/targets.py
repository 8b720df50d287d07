import uuid
from uuid import uuid4
from dataclasses import dataclass, field

run_id = str(uuid4())
self.run_id = uuid4()
self.a["run_id"] = uuid4()
self.a[0] = uuid4()
self.a['''b'''] = uuid4()
self.a[b"c"] = uuid4()
self.a["d\n"] = uuid4()
self.a[key] = uuid4()
self.a["x":"y"] = uuid4()
x: str = uuid4()
x.y: str = uuid4()
first = second = uuid4()
x, y = uuid4(), uuid4()
(x, y.z) = (uuid4(), [uuid4()])
x, y = f(uuid4())
x, *y = uuid4(), uuid4()
[x, y] = uuid4(), uuid4()
(x) = (uuid4())
x = 1, uuid4()
x, = uuid4(),
x += uuid4()
f(id=str(uuid4()), *uuid4(), **uuid4())
f(uuid4(), id=g(uuid4()), other=lambda a, b=uuid4(): uuid4())
d = {"run_id": str(uuid4()), uuid4(): 1, key: uuid4(), **{"inner": uuid4()}, 'q': lambda: uuid4()}
d = {"a" "b": 1, "run": [uuid4() for x in uuid4() if uuid4()], "s": {uuid4()}}
d = {"k": uuid4() for x in uuid4()}
d = {x: uuid4() for x in y}
d = a[uuid4()]
d = a[f(id=uuid4())]
a[uuid4()] = 1
if (w := uuid4()) and (w2 := f(uuid4())): pass
print(uuid4())
uuid4()
for x in [uuid4()]: pass
with f(uuid4()) as x: pass
x = yield_ = lambda: uuid4()
x = y = lambda q=uuid4(): q
ids = [(uuid4(), str(uuid4())) for _ in range(3)]
x = f"run_{uuid4()}"
x = foo.bar(baz(default=uuid4()))


@dataclass
class Model:
    id: str = Field(default_factory=lambda: str(uuid4()))
    key = Column(UUID, primary_key=True, default=uuid4, server_default=uuid4())
    other: list = field(default_factory=uuid.uuid4)
    mock = Mock(side_effect=uuid4, return_value=uuid4(), factory=uuid4, insert_default=uuid4)
    nested = field(meta={"default": uuid4})

    @property
    def trace_id(self) -> str:
        return str(uuid4())

    def method(self, run_id: str = uuid4(), *, other=f(uuid4()), key=uuid4):
        def inner():
            return lambda: uuid4()

        class Local:
            value = uuid4()

            def deep(self):
                self.deep = uuid4()
                return f(id=uuid4())

        yield uuid4()
        x = yield uuid4()
        return inner


patch("x", return_value=uuid4())
