"""Every form of import. uuid.uuid4() in a docstring is no site."""
import uuid
import uuid as u
import os, uuid as second, sys
import os.path, uuid
from uuid import uuid4
from uuid import uuid1 as one, uuid3, uuid5 as five
from uuid import (
    uuid4 as four,  # uuid.uuid4()
    uuid1,
)
from uuid import UUID
import foo.uuid
import foo.uuid as foo_uuid
from foo import uuid as other_uuid
from foo.uuid import uuid4 as other_uuid4
from . import uuid as relative_uuid
from .uuid import uuid4 as relative_uuid4
from ... import uuid as far_uuid
from ...uuid import uuid4 as far_uuid4

uuid.uuid4()
u.uuid1()
second.uuid5(second.NAMESPACE_DNS, "x")
uuid4()
one(); uuid3(u.NAMESPACE_URL, "a"); five(None, "b")
four()
uuid1()
UUID("x")
foo.uuid.uuid4()
foo_uuid.uuid4()
other_uuid.uuid4()
other_uuid4()
relative_uuid.uuid4()
relative_uuid4()
far_uuid.uuid4()
far_uuid4()
uuid.UUID(int=3)
uuid.uuid2()
uuid.uuid4.__name__
uuid.uuid4().hex.x.y
"uuid.uuid4()"
# uuid.uuid4()
text = """
uuid.uuid4()
"""
