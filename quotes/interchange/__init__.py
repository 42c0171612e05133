"""What goes out to the world: links into the sources."""
