//! What was created, and what becomes of it.

mod created;

pub use created::Created;
