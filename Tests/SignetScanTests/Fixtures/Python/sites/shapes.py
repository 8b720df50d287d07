import uuid
from uuid import uuid4

a = str(uuid4())
a = str(uuid4(),)
a = str((uuid4()))
a = str(object=uuid4())
a = x.str(uuid4())
a = str(uuid4(), "x")
a = uuid4().hex
a = uuid4().hex[:8]
a = uuid4().hex[0:8]
a = uuid4().hex[:8][:4]
a = uuid4().hex[-8:]
a = uuid4().hex[:-8]
a = uuid4().hex[:8:1]
a = uuid4().hex[8]
a = uuid4().hex[:n]
a = uuid4().hex[8:]
a = uuid4().hex[:]
a = uuid4().hex[1:8]
a = uuid4().hex()
a = str(uuid4())[:8]
a = str(uuid4().hex)[:12]
a = str(str(uuid4())[:8])
a = (str(uuid4()))[:8]
a = ((uuid4()).hex)[:8]
a = uuid4().__str__()[:8]
a = str(uuid4()).replace("-", "")
a = str(uuid4()).split("-")[0]
a = uuid4().int
a = uuid4().bytes[:8]
a = uuid4()[:8]
a = uuid4()()
a = "x" + str(uuid4())
a = repr(uuid4())
a = str(uuid4)
a = uuid4
a = (uuid4)
a = (uuid4)()
a = (uuid).uuid4()
a = ((uuid)
     .uuid4)(
     )
a = uuid \
    .uuid4()
a = uuid . uuid4 ( )
a = f"{uuid4()}"
a = f"run_{uuid4().hex[:8]}_{uuid.uuid4()!s:.8}"
a = f"{uuid4()!s}" f"{uuid4()!r}" f"{uuid4()!a}" f"{uuid4()!s:s}"
a = f"{uuid4():.8}{uuid4().hex:.8}{uuid4().hex:.8s}{uuid4().hex!s:.4}{str(uuid4()):>40}"
a = f"{uuid4().hex!r}{ uuid4() }{(uuid4())}{str(uuid4())[:8]:.4}{uuid4()!s:}"
a = f"{x:{uuid4()}}" f"{x:{uuid4().hex[:3]}>{uuid4()}}" f"{{uuid4()}}" f"{ {uuid4(): 1} }"
a = f"{x!r:{uuid4()}}{uuid4() + 1}{uuid4(), 1}{[uuid4()]}{(lambda: uuid4())}{f'{uuid4()}'}"
a = f"""{
    uuid4()
}"""
a = rf"{uuid4()}\{uuid4()}" F"{uuid4()}" fR'{uuid4()}'
a = "{}".format(uuid4())
a = "{x}{}".format(1, uuid4().hex, x=uuid4())
a = ("{}" "{}").format(str(uuid4()), *uuid4())
a = x.format(uuid4())
a = "%s" % uuid4()
a = "%s %s" % (uuid4(), uuid4().hex)
a = "%s" % (uuid4(),)
a = ("%s" "%s") % (uuid4())
a = x % uuid4()
a = "x %s" % str(uuid4())
a = f"%s{x}" % uuid4()
a = b"%s" % uuid4()
a = "%s" % uuid4() % 3
a = uuid4() % "x"
a = -uuid4(), not uuid4(), await_(uuid4())
a = uuid4() if uuid4() else uuid4
