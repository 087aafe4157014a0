//! What laws and mailbox providers demand of bulk mail: a way out, a postal address, consent.
