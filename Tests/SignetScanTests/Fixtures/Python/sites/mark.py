import uuid
uuid.uuid4()
x = f"é{uuid.uuid4()}"
éé = uuid.uuid4().hex
