"""Films: read, made and joined by ffmpeg, which runs as a process of its own."""
