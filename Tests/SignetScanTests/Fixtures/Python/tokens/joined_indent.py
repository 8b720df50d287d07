if x:
  \
  y
z
