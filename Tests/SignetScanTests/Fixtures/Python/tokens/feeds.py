if x:
  y
   z
