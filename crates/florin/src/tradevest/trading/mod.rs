//! Orders: what there is beyond placing them.

mod ex_ante;
mod receipt;
mod securities;

pub use ex_ante::ExAnte;
pub(super) use securities::PLACE;
