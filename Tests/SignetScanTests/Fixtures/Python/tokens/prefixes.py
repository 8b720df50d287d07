x = ur"a" bu"b" bf"c" Rb"d" Br"e" U"f" rr"g"
