//! florin
