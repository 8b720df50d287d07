// SignetConfiguration
