"""The way of one message: intake, pictures, embedding, decision. Threads live here."""
