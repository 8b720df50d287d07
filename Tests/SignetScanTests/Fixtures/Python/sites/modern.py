import uuid
from uuid import uuid4

a = f"{f"{f"{uuid4()}"}"}" f'{uuid4()!r:{f'{uuid4()}'}}'
b = f"{
    uuid4()  # uuid4()
}"
c = f"{d["x"]}{uuid4().hex[:8]}\N{BULLET}{uuid4()}{'\n'.join([uuid4()])}"


def generic[uuid4, *T](x: uuid4 = uuid.uuid4()) -> uuid4:
    return uuid4()


class Generic[T]:
    id: T = uuid4()


type Alias = uuid4
try:
    pass
except* uuid4 as uuid:
    uuid.uuid4()
