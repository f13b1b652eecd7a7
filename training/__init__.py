"""Makes the project's own Re-ID model: renders people, trains, measures and exports."""
