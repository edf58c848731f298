//! What a ledger keeps, and what it survives.
