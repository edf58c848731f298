//! florin-core
