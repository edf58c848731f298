//! A sandbox, and a client of it that has its token, for each provider: what every subject starts from.

pub(crate) mod financeit;
pub(crate) mod monetago;
pub(crate) mod monoova;
pub(crate) mod nemuru;
pub(crate) mod tradevest;
