"""What leaves the service unasked: events over MQTT, and (when turned on) labels for Frigate."""
