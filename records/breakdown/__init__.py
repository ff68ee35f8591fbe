"""Breaking a description down: a method and a person's words become a plan of tasks, pure over rows and text; whoever asks confirms it."""
