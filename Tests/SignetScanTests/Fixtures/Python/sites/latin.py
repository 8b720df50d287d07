# coding: latin-1
import uuid
x = "é", uuid.uuid4()