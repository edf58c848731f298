//! Money out of an account, and into one where that is made up.

mod incoming;
mod pay_out;
