//! florin-monetago
