//! Group commit: intents and outcomes of every connection in one durable write.
