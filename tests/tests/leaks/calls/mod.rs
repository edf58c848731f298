//! Every generated operation of every provider.

pub(crate) mod financeit;
pub(crate) mod monetago;
pub(crate) mod monoova;
pub(crate) mod nemuru;
pub(crate) mod tradevest;
