if x:
  y
   #c