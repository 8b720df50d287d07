// SignetSeal
