// SignetScan
