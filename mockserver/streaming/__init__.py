"""The streaming server: who listens to what, by server-sent events or WebSocket."""
