"""What readers see: server-rendered pages over ``published()``."""
