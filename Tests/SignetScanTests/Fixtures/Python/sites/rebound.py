try:
    from uuid import uuid7
except ImportError:
    from uuid_extensions import uuid7
try:
    import uuid
except ImportError:
    uuid = None
if TYPE_CHECKING:
    from uuid import uuid4 as typed
from uuid import uuid4, uuid1, uuid5
from x import uuid4
uuid7()
uuid.uuid4()
typed()
uuid4()
uuid1()


def uuid1():
    return uuid1()


def before():
    return uuid1(), uuid5()


class uuid5:
    x = uuid5()


uuid1()
uuid5()
for i in range(3):
    make()
    from uuid import uuid3 as make
make = print
make()


def shadow():
    from x import uuid
    return uuid.uuid4()


def restored():
    make = print
    from uuid import uuid4 as make
    return make()
