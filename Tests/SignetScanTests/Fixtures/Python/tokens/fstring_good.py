x = f"{a:{b}{c}}" f"{a!r:^{b}}" f"{{{a}}}" f"{a:}" rf"\{a}" f"\N{DASH}{a}" f"{a=}" f"{a != b}" f"{(a:=1)}"
